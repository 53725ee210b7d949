package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hirundo.application.e2ee.ClaimKeys;
import org.hirundo.application.e2ee.ClaimKeys.Form;
import org.hirundo.application.e2ee.QueryKeys;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.domain.e2ee.CrossSigningUsage;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Test;

/** The keys of users of application services, as these services keep them (MSC3983, MSC3984). */
public abstract class ServiceKeysStory extends ServiceStory {

    private static final UserId DORA = UserId.create("_bridge_dora", Server.NAME);
    private static final UserId ECHO = UserId.create("echo_emil", Server.NAME);
    private static final UserId SILENT = UserId.create("silent_sam", Server.NAME);
    private static final DeviceId PHONE = new DeviceId("PHONE");
    private static final String SIGNED = "signed_curve25519";

    private FakeBridges bridges() {
        return the(FakeBridges.class);
    }

    private static JsonObject oneTimeKey(UserId user, String text) {
        var signatures = JsonObject.of(user.toString(), JsonObject.of("ed25519:PHONE", "c2lnbmF0dXJl"));
        return JsonObject.of("key", text).with("signatures", signatures);
    }

    private static JsonObject byDevice(UserId user, JsonObject ofPhone) {
        return JsonObject.of(user.toString(), JsonObject.of(PHONE.value(), ofPhone));
    }

    private static JsonObject oneTimeKeys(String... names) {
        var keys = JsonObject.builder();
        for (var name : names) {
            keys.put(SIGNED + ":" + name, oneTimeKey(DORA, name));
        }
        return keys.build();
    }

    private void uploads(List<String> oneTimeKeys, List<String> fallbackKeys) {
        storage().oneTimeKeys().add(DORA, PHONE, uploaded(oneTimeKeys), uploaded(fallbackKeys));
    }

    private static List<OneTimeKey> uploaded(List<String> names) {
        return names.stream()
                .map(name -> new OneTimeKey(new KeyId(SIGNED, name), oneTimeKey(DORA, name)))
                .toList();
    }

    private List<String> claims(UserId user) {
        var wanted = JsonObject.of(
                "one_time_keys", JsonObject.of(user.toString(), JsonObject.of(PHONE.value(), new JsonString(SIGNED))));
        return names(user, the(ClaimKeys.class).claim(ALICE, wanted, Form.ONE));
    }

    private List<String> claims(int keys) {
        var algorithms =
                JsonArray.ofStrings(Stream.generate(() -> SIGNED).limit(keys).toList());
        var wanted = JsonObject.of(
                "one_time_keys", JsonObject.of(DORA.toString(), JsonObject.of(PHONE.value(), algorithms)));
        return names(DORA, the(ClaimKeys.class).claim(ALICE, wanted, Form.SEVERAL));
    }

    private static List<String> names(UserId user, ClaimKeys.Claimed claimed) {
        return claimed.keys().getOrDefault(new Claim(user, PHONE, SIGNED), List.of()).stream()
                .map(key -> key.id().version())
                .toList();
    }

    @Test
    void a_service_is_asked_for_keys_that_the_server_has_not() {
        uploads(List.of("own"), List.of("fallback"));
        bridges().hasOneTimeKeys(Bridges.IRC, byDevice(DORA, oneTimeKeys("theirs")));

        assertThat(claims(DORA)).containsExactly("own");
        assertThat(bridges().keysAsked()).isEmpty();
        assertThat(claims(DORA)).containsExactly("theirs");
        assertThat(bridges().keysAsked())
                .containsExactly(JsonObject.of(
                        DORA.toString(), JsonObject.of(PHONE.value(), JsonArray.ofStrings(List.of(SIGNED)))));
        assertThat(storage().oneTimeKeys().counts(DORA, PHONE).unusedFallbackAlgorithms())
                .containsExactly(SIGNED);
    }

    @Test
    void the_fallback_key_is_taken_when_a_service_has_none_or_fails() {
        uploads(List.of(), List.of("fallback"));
        bridges().hasOneTimeKeys(Bridges.IRC, JsonObject.EMPTY);
        assertThat(claims(DORA)).containsExactly("fallback");
        bridges().isBroken(Bridges.IRC, true);
        assertThat(claims(DORA)).containsExactly("fallback");
        assertThat(bridges().keysAsked()).hasSize(2);

        bridges().isBroken(Bridges.IRC, false);
        bridges().hasOneTimeKeys(Bridges.IRC, byDevice(DORA, oneTimeKeys("theirs")));
        assertThat(claims(DORA)).containsExactly("fallback");
        server().clock().pass(Duration.ofMinutes(1));
        assertThat(claims(DORA)).containsExactly("theirs");
    }

    @Test
    void a_service_that_does_not_know_the_question_is_not_asked_for_a_while() {
        for (int time = 0; time < 3; time++) {
            assertThat(claims(DORA)).isEmpty();
            assertThat(query(DORA).devices().get(DORA)).isEmpty();
        }
        assertThat(bridges().keysAsked()).hasSize(2);
        server().clock().pass(Duration.ofHours(1));
        claims(DORA);
        assertThat(bridges().keysAsked()).hasSize(3);
    }

    @Test
    void services_are_asked_of_users_alone_whom_nobody_else_may_be() {
        bridges().hasOneTimeKeys(Bridges.IRC, byDevice(DORA, oneTimeKeys("theirs")));
        assertThat(claims(ECHO)).isEmpty();
        assertThat(claims(SILENT)).isEmpty();
        assertThat(claims(ALICE.user())).isEmpty();
        query(ECHO);
        query(SILENT);
        query(ALICE.user());

        assertThat(bridges().keysAsked()).isEmpty();
    }

    @Test
    void several_keys_are_taken_from_wherever_they_are() {
        uploads(List.of("own1", "own2"), List.of("fallback"));
        bridges().hasOneTimeKeys(Bridges.IRC, byDevice(DORA, oneTimeKeys("theirs")));

        assertThat(claims(5)).containsExactly("own1", "own2", "theirs", "fallback");
        assertThat(claims(2)).containsExactly("theirs", "fallback");
        assertThatThrownBy(() -> claims(11)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> the(ClaimKeys.class)
                        .claim(ALICE, JsonObject.of("one_time_keys", byDevice(DORA, JsonObject.EMPTY)), Form.SEVERAL))
                .isInstanceOf(BadJson.class);
    }

    @Test
    void what_a_service_says_of_others_or_what_is_no_key_does_not_count() {
        var unsigned = JsonObject.of(SIGNED + ":unsigned", JsonObject.of("key", "x"))
                .with("other:algorithm", oneTimeKey(DORA, "x"))
                .with("no key", 1);
        bridges()
                .hasOneTimeKeys(
                        Bridges.IRC,
                        byDevice(DORA, unsigned).toBuilder()
                                .putAll(byDevice(ALICE.user(), oneTimeKeys("forged")))
                                .build());
        assertThat(claims(DORA)).isEmpty();
        assertThat(claims(ALICE.user())).isEmpty();

        bridges()
                .hasPublishedKeys(
                        Bridges.IRC,
                        JsonObject.of(
                                        "device_keys",
                                        byDevice(DORA, deviceKeys(ALICE.user(), "x"))
                                                .with(
                                                        ALICE.user().toString(),
                                                        JsonObject.of("PHONE", deviceKeys(ALICE.user(), "x"))))
                                .with("master_keys", JsonObject.of(DORA.toString(), JsonObject.EMPTY))
                                .with("self_signing_keys", "none"));
        var wanted = JsonObject.of(
                "device_keys",
                JsonObject.of(DORA.toString(), JsonArray.EMPTY)
                        .with(ALICE.user().toString(), JsonArray.EMPTY));
        var keys = the(QueryKeys.class).query(BOB, wanted);
        assertThat(keys.devices().values())
                .allSatisfy(devices -> assertThat(devices).isEmpty());
        assertThat(keys.crossSigning()).isEmpty();
    }

    private static JsonObject deviceKeys(UserId user, String key) {
        return JsonObject.of("user_id", user.toString())
                .with("device_id", PHONE.value())
                .with("algorithms", JsonArray.EMPTY)
                .with("keys", JsonObject.of("ed25519:PHONE", key))
                .with("signatures", JsonObject.EMPTY);
    }

    private QueryKeys.Keys query(UserId user) {
        return the(QueryKeys.class)
                .query(ALICE, JsonObject.of("device_keys", JsonObject.of(user.toString(), JsonArray.EMPTY)));
    }

    @Test
    void what_a_service_has_published_comes_before_what_the_server_has() {
        var master = JsonObject.of("user_id", DORA.toString())
                .with("usage", JsonArray.ofStrings(List.of("master")))
                .with("keys", JsonObject.of("ed25519:" + "A".repeat(43), "A".repeat(43)));
        bridges()
                .hasPublishedKeys(
                        Bridges.IRC,
                        JsonObject.of("device_keys", byDevice(DORA, deviceKeys(DORA, "theirs")))
                                .with("master_keys", JsonObject.of(DORA.toString(), master)));
        var keys = query(DORA);

        assertThat(keys.devices().get(DORA)).containsExactly(Map.entry(PHONE, deviceKeys(DORA, "theirs")));
        assertThat(keys.crossSigning().get(CrossSigningUsage.MASTER)).containsOnlyKeys(DORA);
        assertThat(bridges().keysAsked()).containsExactly(JsonObject.of(DORA.toString(), JsonArray.EMPTY));
    }
}
