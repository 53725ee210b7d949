package org.hirundo.domain.e2ee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.WrongRoomKeysVersion;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {

    private static final String KEY = """
            {"first_message_index": 1, "forwarded_count": 0, "is_verified": true,
             "session_data": {"ephemeral": "base64+ephemeral+key", "ciphertext": "base64+ciphertext+of+JSON+data",
                              "mac": "base64+mac+of+ciphertext"}}""";
    private static final String VERSION = """
            {"algorithm": "m.megolm_backup.v1.curve25519-aes-sha2",
             "auth_data": {"public_key": "abcdefg", "signatures": {"@alice:example.org": {"ed25519:deviceid": "signature"}}}}""";

    @Test
    void the_keys_of_the_specification_are_understood() {
        var sessions = Map.of("sessionid1", Json.object(KEY));

        assertThat(BackedUpKeys.ofRooms(Json.object(
                        "{\"rooms\": {\"!room:example.org\": {\"sessions\": {\"sessionid1\": " + KEY + "}}}}")))
                .isEqualTo(Map.of(RoomId.parse("!room:example.org"), sessions));
        assertThat(BackedUpKeys.ofRoom(Json.object("{\"sessions\": {\"sessionid1\": " + KEY + "}}")))
                .isEqualTo(sessions);
        assertThat(BackedUpKeys.ofSession(Json.object(KEY))).isEqualTo(Json.object(KEY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "first_message_index; -1",
                "first_message_index; \"1\"",
                "first_message_index; 1.5",
                "first_message_index; 9007199254740992",
                "forwarded_count; -1",
                "forwarded_count; null",
                "is_verified; \"true\"",
                "is_verified; 1",
                "session_data; \"x\"",
                "session_data; []"
            })
    void keys_that_are_none_are_refused(String member, String value) {
        var changed = Json.object(KEY)
                .with(member, Json.array("[" + value + "]").values().getFirst());

        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> BackedUpKeys.ofSession(changed));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> BackedUpKeys.ofSession(Json.object(KEY).without(member)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rooms\": []}",
                "{\"rooms\": {\"!room:example.org\": 1}}",
                "{\"rooms\": {\"!room:example.org\": {}}}",
                "{\"rooms\": {\"#room:example.org\": {\"sessions\": {}}}}",
                "{\"rooms\": {\"!room:example.org\": {\"sessions\": {\"x\": 1}}}}",
                "{\"rooms\": {\"!room:example.org\": {\"sessions\": {\"x\": {}}}}}"
            })
    void other_bodies_are_refused(String body) {
        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> BackedUpKeys.ofRooms(Json.object(body)));
    }

    @ParameterizedTest
    @CsvSource({
        // known; offered; is the offered one better?
        "false, 0, 0,  true,  9, 9,  true",
        "true,  9, 9,  false, 0, 0,  false",
        "true,  5, 0,  true,  4, 9,  true",
        "true,  4, 9,  true,  5, 0,  false",
        "false, 5, 3,  false, 5, 2,  true",
        "false, 5, 2,  false, 5, 3,  false",
        "false, 5, 2,  false, 5, 2,  false"
    })
    void the_better_key_stays(
            boolean knownVerified,
            int knownIndex,
            int knownForwarded,
            boolean verified,
            int index,
            int forwarded,
            boolean better) {
        var known = key(knownVerified, knownIndex, knownForwarded).with("who", "known");
        var offered = key(verified, index, forwarded).with("who", "offered");

        assertThat(BackedUpKeys.better(known, offered)).isSameAs(better ? offered : known);
    }

    @Property
    void in_which_order_keys_are_offered_makes_no_difference(@ForAll("keys") List<JsonObject> keys) {
        var forwards = keys.stream().reduce(BackedUpKeys::better).orElseThrow();
        var backwards = keys.reversed().stream().reduce(BackedUpKeys::better).orElseThrow();

        assertThat(forwards).isEqualTo(backwards);
        assertThat(keys).allSatisfy(key -> assertThat(BackedUpKeys.better(forwards, key))
                .isEqualTo(forwards));
    }

    @Provide
    Arbitrary<List<JsonObject>> keys() {
        var numbers = Arbitraries.integers().between(0, 3);
        return Combinators.combine(Arbitraries.of(true, false), numbers, numbers)
                .as(BackupTest::key)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static JsonObject key(boolean verified, int index, int forwarded) {
        return JsonObject.builder()
                .put("first_message_index", index)
                .put("forwarded_count", forwarded)
                .put("is_verified", verified)
                .put("session_data", JsonObject.EMPTY)
                .build();
    }

    @Test
    void the_version_of_the_specification_is_understood() {
        var version = BackupVersion.parse(Json.object(VERSION));

        assertThat(version.algorithm()).isEqualTo("m.megolm_backup.v1.curve25519-aes-sha2");
        assertThat(version.authData().string("public_key")).contains("abcdefg");
        assertThat(version.version()).isEmpty();
    }

    @Test
    void a_version_has_an_algorithm_and_data() {
        assertThatExceptionOfType(MissingParam.class)
                .isThrownBy(() -> BackupVersion.parse(Json.object(VERSION).without("algorithm")));
        assertThatExceptionOfType(MissingParam.class)
                .isThrownBy(() -> BackupVersion.parse(Json.object(VERSION).without("auth_data")));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> BackupVersion.parse(Json.object(VERSION).with("auth_data", "opaque")));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> BackupVersion.parse(Json.object(VERSION).with("algorithm", 1)));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> BackupVersion.parse(Json.object(VERSION).with("version", 1)));
    }

    @Test
    void only_the_data_of_a_version_changes() {
        var version = BackupVersion.parse(Json.object(VERSION));
        var named = BackupVersion.parse(Json.object(VERSION).with("version", "1"));

        assertThatCode(() -> version.checkChange("1", version.algorithm())).doesNotThrowAnyException();
        assertThatCode(() -> named.checkChange("1", version.algorithm())).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> version.checkChange("1", "m.another"))
                .withMessage("Algorithm does not match");
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> named.checkChange("2", version.algorithm()));
    }

    @Test
    void keys_go_into_the_current_version_alone() {
        assertThatCode(() -> BackupVersion.checkWritable("42", Optional.of("42")))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(WrongRoomKeysVersion.class)
                .isThrownBy(() -> BackupVersion.checkWritable("1", Optional.of("42")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> BackupVersion.checkWritable("1", Optional.empty()));
    }
}
