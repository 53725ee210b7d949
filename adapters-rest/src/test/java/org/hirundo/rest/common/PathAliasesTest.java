package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathAliasesTest {

    @ParameterizedTest
    @CsvSource({
        "/_matrix/client/r0/sync, /_matrix/client/v3/sync",
        "/_matrix/client/r0/rooms/!a%2Fb:c/send/m.room.message/1, /_matrix/client/v3/rooms/!a%2Fb:c/send/m.room.message/1",
        "/_matrix/client/unstable/keys/device_signing/upload, /_matrix/client/v3/keys/device_signing/upload",
        "/_matrix/client/unstable/room_keys/version, /_matrix/client/v3/room_keys/version",
        "/_matrix/media/r0/upload, /_matrix/media/v3/upload",
        "/_matrix/media/v1/upload, /_matrix/media/v3/upload"
    })
    void an_older_name_stands_for_that_of_today(String older, String today) {
        assertThat(PathAliases.today(older)).isEqualTo(today);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_matrix/client/v3/sync",
                "/_matrix/client/v1/media/config",
                "/_matrix/client/versions",
                "/_matrix/media/v1/create",
                "/_matrix/client/r0",
                "/_matrix/client/unstable/org.example/keys/upload",
                "/prefix/_matrix/client/r0/sync",
                "/"
            })
    void every_other_path_stays_what_it_is(String path) {
        assertThat(PathAliases.today(path)).isEqualTo(path);
    }
}
