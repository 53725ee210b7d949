package org.hirundo.domain.e2ee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hirundo.domain.e2ee.Person.ALICE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysUploadTest {

    private static final DeviceId DEVICE = new DeviceId("JLAFKJWSCS");
    private static final String SIGNATURES = """
            "signatures": {"@alice:example.com": {"ed25519:JLAFKJWSCS":
              "FLWxXqGbwrb8SM3Y795eB6OA8bwBcoMZFXBqnTn58AYWZSqiD45tlBVcDa2L7RwdKXebW/VzDlnfVJ+9jok1Bw"}}""";
    private static final String KEY = "{\"key\": \"zKbLg+NrIjpnagy+pIY6uPL4ZwEG2v+8F9lmgsnlZzs\", " + SIGNATURES + "}";

    @Test
    void the_keys_of_the_specification_can_be_uploaded() {
        var upload = upload("""
                {"one_time_keys": {"signed_curve25519:AAAAHg": %s, "signed_curve25519:AAAAHQ": %s},
                 "fallback_keys": {"signed_curve25519:AAAAGj": %s}}""".formatted(KEY, KEY, KEY));

        assertThat(upload.deviceKeys()).isEmpty();
        assertThat(upload.oneTimeKeys())
                .extracting(OneTimeKey::id)
                .containsExactly(new KeyId("signed_curve25519", "AAAAHg"), new KeyId("signed_curve25519", "AAAAHQ"));
        assertThat(upload.fallbackKeys())
                .containsExactly(new OneTimeKey(new KeyId("signed_curve25519", "AAAAGj"), Json.object(KEY)));
    }

    @Test
    void an_upload_of_nothing_asks_for_the_counts() {
        assertThat(upload("{}").oneTimeKeys()).isEmpty();
        assertThat(upload("{\"device_keys\": null, \"one_time_keys\": null}").deviceKeys())
                .isEmpty();
    }

    @Test
    void keys_of_other_algorithms_may_be_strings() {
        assertThat(upload("{\"one_time_keys\": {\"my_algorithm:my_id_1\": \"my+base64+key\"}}")
                        .oneTimeKeys())
                .containsExactly(new OneTimeKey(new KeyId("my_algorithm", "my_id_1"), new JsonString("my+base64+key")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"one_time_keys\": []}",
                "{\"one_time_keys\": {\"nocolon\": \"x\"}}",
                "{\"one_time_keys\": {\"a:b\": 1}}",
                "{\"one_time_keys\": {\"a:b\": null}}",
                "{\"one_time_keys\": {\"a:b\": [\"x\"]}}",
                "{\"one_time_keys\": {\"signed_curve25519:b\": \"unsigned\"}}",
                "{\"one_time_keys\": {\"signed_curve25519:b\": {\"key\": \"x\"}}}",
                "{\"one_time_keys\": {\"signed_curve25519:b\": {\"key\": \"x\", \"signatures\": {}}}}",
                "{\"one_time_keys\": {\"signed_curve25519:b\": {\"key\": \"x\","
                        + " \"signatures\": {\"@alice:example.com\": {\"ed25519:OTHER\": \"s\"}}}}}",
                "{\"one_time_keys\": {\"signed_curve25519:b\": {\"key\": \"x\","
                        + " \"signatures\": {\"@mallory:example.com\": {\"ed25519:JLAFKJWSCS\": \"s\"}}}}}",
                "{\"fallback_keys\": {\"signed_curve25519:b\": {\"signatures\": {}}}}",
                "{\"device_keys\": \"keys\"}"
            })
    void keys_that_are_none_are_refused(String body) {
        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> upload(body));
    }

    @Test
    void there_is_one_fallback_key_per_algorithm() {
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(
                        () -> upload("{\"fallback_keys\": {\"signed_curve25519:a\": %s, \"signed_curve25519:b\": %s}}"
                                .formatted(KEY, KEY)));
        assertThat(upload("{\"fallback_keys\": {\"signed_curve25519:a\": %s, \"other:b\": %s}}".formatted(KEY, KEY))
                        .fallbackKeys())
                .hasSize(2);
    }

    @Test
    void keys_and_their_number_are_bounded() {
        var many = JsonObject.builder();
        for (int i = 0; i <= KeysUpload.MAX_ONE_TIME_KEYS; i++) {
            many.put("a:" + i, "key");
        }
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> upload(JsonObject.of("one_time_keys", many.build())));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> upload(JsonObject.of("one_time_keys", JsonObject.of("a:b", "x".repeat(20_000)))));
    }

    @Test
    void a_device_uploads_its_keys() {
        var upload = upload(JsonObject.of("device_keys", ALICE.deviceKeys("JLAFKJWSCS")));

        assertThat(upload.deviceKeys().orElseThrow().json()).isEqualTo(ALICE.deviceKeys("JLAFKJWSCS"));
        assertThat(upload.deviceKeys().orElseThrow().signingKey()).contains(ALICE.publicKey("JLAFKJWSCS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id", "device_id", "algorithms", "keys", "signatures"})
    void device_keys_are_complete(String member) {
        refuses(BadJson.class, keys -> keys.without(member));
        refuses(BadJson.class, keys -> keys.with(member, 1));
    }

    @Test
    void device_keys_are_strings_and_signatures_objects() {
        refuses(BadJson.class, keys -> keys.with("keys", Json.object("{\"ed25519:JLAFKJWSCS\": 1}")));
        refuses(BadJson.class, keys -> keys.with("signatures", Json.object("{\"@alice:example.com\": \"x\"}")));
        refuses(BadJson.class, keys -> keys.with("algorithms", Json.array("[1]")));
    }

    @Test
    void nobody_uploads_keys_of_another_user_or_device() {
        refuses(InvalidParam.class, keys -> keys.with("user_id", "@bob:example.com"));
        refuses(InvalidParam.class, keys -> keys.with("device_id", "OTHER"));
        refuses(InvalidParam.class, keys -> ALICE.deviceKeys("OTHER"));
        refuses(InvalidParam.class, keys -> Person.BOB.deviceKeys("JLAFKJWSCS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ed25519:OTHER\": \"x\"}",
                "{\"ed25519:JLAFKJWSCS\": \"c2hvcnQ\"}",
                "{\"ed25519:JLAFKJWSCS\": \"no base64!\"}"
            })
    void device_keys_need_no_signing_key_that_is_one(String keys) {
        var odd = ALICE.deviceKeys("JLAFKJWSCS").with("keys", Json.object(keys));

        assertThat(uploaded(odd).json()).isEqualTo(odd);
        assertThat(uploaded(odd).signingKey()).isEmpty();
    }

    @Test
    void it_is_for_clients_to_verify_what_signed_device_keys() {
        var keys = ALICE.deviceKeys("JLAFKJWSCS");
        for (var odd : List.of(
                keys.with("signatures", JsonObject.EMPTY),
                keys.with("algorithms", Json.array("[\"m.evil\"]")),
                ALICE.withSignature(keys, "JLAFKJWSCS", "rubbish"))) {
            assertThat(uploaded(odd).json()).isEqualTo(odd);
        }
    }

    private static DeviceKeys uploaded(JsonObject keys) {
        return upload(JsonObject.of("device_keys", keys)).deviceKeys().orElseThrow();
    }

    @Test
    void device_keys_are_bounded() {
        var large = ALICE.signByDevice(
                ALICE.unsignedDeviceKeys("JLAFKJWSCS").with("org.example.more", "x".repeat(65_536)), "JLAFKJWSCS");

        refuses(InvalidParam.class, keys -> large);
    }

    private static void refuses(Class<? extends Throwable> error, UnaryOperator<JsonObject> change) {
        assertThatExceptionOfType(error)
                .isThrownBy(() -> upload(JsonObject.of("device_keys", change.apply(ALICE.deviceKeys("JLAFKJWSCS")))));
    }

    @Test
    void what_servers_add_is_not_the_devices_to_say() {
        var keys = ALICE.deviceKeys("JLAFKJWSCS").with("unsigned", JsonObject.of("device_display_name", "Root"));

        assertThat(upload(JsonObject.of("device_keys", keys))
                        .deviceKeys()
                        .orElseThrow()
                        .json()
                        .has("unsigned"))
                .isFalse();
    }

    @Test
    void signatures_of_others_stay_when_the_same_keys_are_uploaded_again() {
        var keys = upload(JsonObject.of("device_keys", ALICE.deviceKeys("JLAFKJWSCS")))
                .deviceKeys()
                .orElseThrow();
        var known = ALICE.signBy(ALICE.deviceKeys("JLAFKJWSCS"), CrossSigningUsage.SELF_SIGNING);

        assertThat(keys.isSameAs(known)).isTrue();
        assertThat(keys.replacing(known).json()).isEqualTo(known);
    }

    @Test
    void signatures_of_others_go_when_other_keys_are_uploaded() {
        var known = ALICE.signBy(ALICE.deviceKeys("JLAFKJWSCS"), CrossSigningUsage.SELF_SIGNING);
        var changed = ALICE.signByDevice(
                ALICE.unsignedDeviceKeys("JLAFKJWSCS").with("algorithms", Json.array("[\"m.new\"]")), "JLAFKJWSCS");
        var keys = upload(JsonObject.of("device_keys", changed)).deviceKeys().orElseThrow();

        assertThat(keys.isSameAs(known)).isFalse();
        assertThat(keys.replacing(known).json()).isEqualTo(changed);
    }

    @Test
    @Tag("easily-missed-1")
    void counts_are_told_even_when_nothing_is_left() {
        var nothing = new OneTimeKeyCounts(Map.of(), Set.of());
        var something = new OneTimeKeyCounts(Map.of("signed_curve25519", 20, "a", 1), Set.of("signed_curve25519"));

        assertThat(nothing.countsToJson()).isEqualTo(Json.object("{\"signed_curve25519\": 0}"));
        assertThat(something.countsToJson()).isEqualTo(Json.object("{\"a\": 1, \"signed_curve25519\": 20}"));
    }

    private static KeysUpload upload(String body) {
        return upload(Json.object(body));
    }

    private static KeysUpload upload(JsonObject body) {
        return KeysUpload.parse(body, ALICE.user(), DEVICE);
    }
}
