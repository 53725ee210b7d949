package org.hirundo.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    /** What redaction leaves of {@link Pdus#message}, sorted by hand, without signatures. */
    private static final String ESSENTIAL = "{\"auth_events\":[\"$auth1\",\"$auth2\"],\"content\":{},\"depth\":12,"
            + "\"hashes\":{\"sha256\":\"thishashcoversallfieldsincasethisisredacted\"},\"origin_server_ts\":1404838188000,"
            + "\"prev_events\":[\"$prev\"],\"room_id\":\"!room:example.org\",\"sender\":\"@alice:example.com\","
            + "\"type\":\"m.room.message\"}";

    @Test
    @Tag("easily-missed-12")
    void in_version_3_the_id_is_the_reference_hash() throws NoSuchAlgorithmException {
        var hash = Base64.getEncoder().withoutPadding().encodeToString(sha256(ESSENTIAL));

        assertThat(idIn(RoomVersion.V3)).isEqualTo("$" + hash);
    }

    @InVersions(from = 4)
    @Tag("easily-missed-12")
    void and_later_in_the_alphabet_for_urls(RoomVersion version) throws NoSuchAlgorithmException {
        var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(ESSENTIAL));

        assertThat(idIn(version)).isEqualTo("$" + hash).matches("\\$[A-Za-z0-9_-]{43}");
    }

    @InVersions
    @Tag("easily-missed-12")
    void signatures_what_is_unsigned_and_what_can_be_redacted_do_not_make_the_id(RoomVersion version) {
        var message = Pdus.message(version);
        var id = version.events().parse(message).id();

        assertThat(version.events()
                        .parse(message.with("signatures", JsonObject.EMPTY)
                                .without("unsigned")
                                .with("content", JsonObject.of("body", "other")))
                        .id())
                .isEqualTo(id);
    }

    @InVersions(from = 3)
    @Tag("easily-missed-12")
    void all_else_does(RoomVersion version) {
        var message = Pdus.message(version);
        var id = version.events().parse(message).id();

        assertThat(version.events().parse(message.with("depth", 13)).id()).isNotEqualTo(id);
        assertThat(version.events().parse(message.with("state_key", "")).id()).isNotEqualTo(id);
        assertThat(version.events()
                        .parse(message.with("hashes", JsonObject.of("sha256", "other")))
                        .id())
                .isNotEqualTo(id);
    }

    private static String idIn(RoomVersion version) {
        return version.events().parse(Pdus.message(version)).id().value();
    }

    private static byte[] sha256(String text) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    }
}
