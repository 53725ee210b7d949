package org.hirundo.domain.e2ee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hirundo.domain.e2ee.CrossSigningUsage.MASTER;
import static org.hirundo.domain.e2ee.CrossSigningUsage.SELF_SIGNING;
import static org.hirundo.domain.e2ee.CrossSigningUsage.USER_SIGNING;
import static org.hirundo.domain.e2ee.Person.ALICE;
import static org.hirundo.domain.e2ee.Person.BOB;
import static org.hirundo.domain.e2ee.Person.ED25519;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidSignature;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSigningUploadTest {

    private static final Map<CrossSigningUsage, JsonObject> NONE = Map.of();
    private static final Map<CrossSigningUsage, JsonObject> KNOWN = ALICE.crossSigningKeys();

    @Test
    void the_first_keys_are_published_freely() {
        var upload = upload(all());

        assertThat(upload.needsAuthentication(NONE)).isFalse();
        assertThat(upload.changes(NONE)).isEqualTo(KNOWN);
        assertThatCode(() -> check(upload, NONE)).doesNotThrowAnyException();
    }

    @Test
    void the_same_keys_can_be_published_again() {
        assertThat(upload(all()).needsAuthentication(KNOWN)).isFalse();
        assertThat(upload(all()).changes(KNOWN)).isEmpty();
        assertThat(upload(body(Map.of(MASTER, KNOWN.get(MASTER)))).needsAuthentication(KNOWN))
                .isFalse();
        assertThat(upload(JsonObject.EMPTY).needsAuthentication(KNOWN)).isFalse();
    }

    @Test
    void signatures_that_were_added_do_not_make_a_key_another() {
        var signed = Map.of(MASTER, ALICE.signByDevice(KNOWN.get(MASTER), "PHONE"));

        assertThat(upload(body(Map.of(MASTER, KNOWN.get(MASTER)))).needsAuthentication(signed))
                .isFalse();
    }

    @Test
    void every_new_key_needs_authentication_once_there_is_a_master_key() {
        var newMaster = ALICE.crossSigningKey(MASTER, "new");
        var newSelfSigning = ALICE.crossSigningKey(SELF_SIGNING, "new");
        var onlyMaster = Map.of(MASTER, KNOWN.get(MASTER));

        assertThat(upload(body(Map.of(MASTER, newMaster))).needsAuthentication(KNOWN))
                .isTrue();
        assertThat(upload(body(Map.of(MASTER, KNOWN.get(MASTER), SELF_SIGNING, newSelfSigning)))
                        .needsAuthentication(KNOWN))
                .isTrue();
        assertThat(upload(body(Map.of(SELF_SIGNING, newSelfSigning))).needsAuthentication(KNOWN))
                .isTrue();
        assertThat(upload(all()).needsAuthentication(onlyMaster)).isTrue();
    }

    @Test
    void only_what_is_new_changes() {
        var newSelfSigning = ALICE.crossSigningKey(SELF_SIGNING, "new");

        assertThat(upload(body(Map.of(MASTER, KNOWN.get(MASTER), SELF_SIGNING, newSelfSigning)))
                        .changes(KNOWN))
                .isEqualTo(Map.of(SELF_SIGNING, newSelfSigning));
    }

    @Test
    void a_key_can_be_signed_by_the_master_key_that_is_known() {
        var upload = upload(body(Map.of(USER_SIGNING, KNOWN.get(USER_SIGNING))));

        assertThatCode(() -> check(upload, KNOWN)).doesNotThrowAnyException();
        assertThatExceptionOfType(MissingParam.class).isThrownBy(() -> check(upload, NONE));
    }

    @Test
    void the_master_key_of_the_upload_counts_before_the_one_that_is_known() {
        var newMaster = ALICE.crossSigningKey(MASTER, "new");
        var upload = upload(body(Map.of(MASTER, newMaster, SELF_SIGNING, KNOWN.get(SELF_SIGNING))));

        assertThatExceptionOfType(InvalidSignature.class).isThrownBy(() -> check(upload, KNOWN));
    }

    @Test
    void other_keys_are_signed_by_the_master_key() {
        refusesSignature(key -> key.without("signatures"));
        refusesSignature(key -> ALICE.withSignature(key, ALICE.publicKey("master"), "rubbish"));
        refusesSignature(key -> ALICE.sign(key.without("signatures"), "another secret", ALICE.publicKey("master")));
        refusesSignature(key -> ALICE.signBy(key.without("signatures"), USER_SIGNING));
        refusesSignature(key -> BOB.signBy(key.without("signatures"), MASTER));
        refusesSignature(key -> key.with("org.example.added", "after signing"));
    }

    private static void refusesSignature(UnaryOperator<JsonObject> change) {
        var upload =
                upload(body(Map.of(MASTER, KNOWN.get(MASTER), SELF_SIGNING, change.apply(KNOWN.get(SELF_SIGNING)))));

        assertThatExceptionOfType(InvalidSignature.class).isThrownBy(() -> check(upload, NONE));
    }

    @Test
    void a_key_that_is_the_name_of_a_device_is_refused() {
        var devices = Set.of(new DeviceId("PHONE"), new DeviceId(ALICE.publicKey("self_signing")));

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> upload(all()).check(NONE, devices, ED25519))
                .withMessage("Key ID in use");
    }

    @Test
    void keys_are_of_the_user_and_for_their_usage() {
        refuses(InvalidParam.class, key -> BOB.crossSigningKey(MASTER));
        refuses(InvalidParam.class, key -> ALICE.crossSigningKey(SELF_SIGNING));
        refuses(InvalidParam.class, key -> key.with("usage", Json.array("[]")));
        refuses(BadJson.class, key -> key.with("usage", "master"));
        refuses(BadJson.class, key -> key.with("usage", Json.array("[\"master\", 1]")));
        refuses(BadJson.class, key -> key.without("usage"));
        refuses(BadJson.class, key -> key.without("user_id"));
        refuses(BadJson.class, key -> key.without("keys"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ed25519:base64+master+public+key\": \"base64+master+public+key\"}",
                "{\"ed25519:SogYyrkTldLz0BXP+GYWs0qaYacUI0RleEqNT8J3riQ\": \"JGLn/yafz74HB2AbPLYJWIVGnKAtqECOBf11yyXac2Y\"}",
                "{\"curve25519:SogYyrkTldLz0BXP+GYWs0qaYacUI0RleEqNT8J3riQ\": \"SogYyrkTldLz0BXP+GYWs0qaYacUI0RleEqNT8J3riQ\"}",
                "{\"ed25519:SogYyrkTldLz0BXP+GYWs0qaYacUI0RleEqNT8J3riQ\": \"SogYyrkTldLz0BXP+GYWs0qaYacUI0RleEqNT8J3riQ\","
                        + " \"ed25519:JGLn/yafz74HB2AbPLYJWIVGnKAtqECOBf11yyXac2Y\": \"JGLn/yafz74HB2AbPLYJWIVGnKAtqECOBf11yyXac2Y\"}",
                "{\"ed25519:x\": 1}"
            })
    void a_key_has_one_public_key_that_is_its_name(String keys) {
        refuses(InvalidParam.class, key -> key.with("keys", Json.object(keys)));
    }

    @Test
    void keys_are_objects_and_bounded() {
        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> upload(Json.object("{\"master_key\": \"x\"}")));
        refuses(InvalidParam.class, key -> key.with("org.example.more", "x".repeat(65_536)));
        assertThatCode(() -> upload(Json.object("{\"master_key\": null, \"auth\": {}}")))
                .doesNotThrowAnyException();
    }

    private static void refuses(Class<? extends Throwable> error, UnaryOperator<JsonObject> change) {
        assertThatExceptionOfType(error)
                .isThrownBy(() -> upload(JsonObject.of("master_key", change.apply(KNOWN.get(MASTER)))));
    }

    private static JsonObject all() {
        return body(KNOWN);
    }

    private static JsonObject body(Map<CrossSigningUsage, JsonObject> keys) {
        var body = JsonObject.builder();
        keys.forEach((usage, key) -> body.put(usage + "_key", key));
        return body.build();
    }

    private static CrossSigningUpload upload(JsonObject body) {
        return CrossSigningUpload.parse(body, ALICE.user());
    }

    private static void check(CrossSigningUpload upload, Map<CrossSigningUsage, JsonObject> known) {
        upload.check(known, Set.of(new DeviceId("PHONE")), ED25519);
    }
}
