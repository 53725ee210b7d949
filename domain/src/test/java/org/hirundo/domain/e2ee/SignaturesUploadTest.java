package org.hirundo.domain.e2ee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hirundo.domain.e2ee.CrossSigningUsage.MASTER;
import static org.hirundo.domain.e2ee.CrossSigningUsage.SELF_SIGNING;
import static org.hirundo.domain.e2ee.CrossSigningUsage.USER_SIGNING;
import static org.hirundo.domain.e2ee.Person.ALICE;
import static org.hirundo.domain.e2ee.Person.BOB;
import static org.hirundo.domain.e2ee.Person.ED25519;

import java.util.Map;
import org.hirundo.domain.e2ee.SignaturesUpload.Outcome;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidSignature;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesUploadTest {

    private static final DeviceId PHONE = new DeviceId("HIJKLMN");
    private static final Map<UserId, UserKeys> KNOWN =
            Map.of(ALICE.user(), ALICE.keys("HIJKLMN", "LAPTOP"), BOB.user(), BOB.keys("BOBS"));

    @Test
    void the_signatures_of_the_specification_are_published() {
        var phone = ALICE.signBy(ALICE.unsignedDeviceKeys("HIJKLMN"), SELF_SIGNING);
        var master = ALICE.signByDevice(ALICE.crossSigningKey(MASTER), "HIJKLMN");
        var bobsMaster = ALICE.signBy(BOB.crossSigningKey(MASTER), USER_SIGNING);

        var outcome = SignaturesUpload.parse(
                        JsonObject.builder()
                                .put(
                                        "@alice:example.com",
                                        JsonObject.of("HIJKLMN", phone).with(ALICE.publicKey("master"), master))
                                .put("@bob:example.com", JsonObject.of(BOB.publicKey("master"), bobsMaster))
                                .build(),
                        ALICE.user())
                .apply(KNOWN, ED25519);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.changed())
                .isEqualTo(Map.of(
                        ALICE.user(),
                        new UserKeys(
                                ALICE.user(),
                                Map.of(PHONE, ALICE.signBy(ALICE.deviceKeys("HIJKLMN"), SELF_SIGNING)),
                                Map.of(MASTER, master)),
                        BOB.user(),
                        new UserKeys(BOB.user(), Map.of(), Map.of(MASTER, bobsMaster))));
    }

    @Test
    void a_signature_that_is_known_changes_nothing_and_is_no_failure() {
        var outcome = sign(ALICE, "HIJKLMN", ALICE.deviceKeys("HIJKLMN"));

        assertThat(outcome.changed()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
    }

    @Test
    void a_device_can_be_signed_by_the_self_signing_key_alone() {
        fails(
                InvalidSignature.class,
                ALICE,
                "HIJKLMN",
                ALICE.signBy(ALICE.unsignedDeviceKeys("HIJKLMN"), USER_SIGNING));
        fails(InvalidSignature.class, ALICE, "HIJKLMN", ALICE.signBy(ALICE.unsignedDeviceKeys("HIJKLMN"), MASTER));
        fails(
                InvalidSignature.class,
                ALICE,
                "HIJKLMN",
                ALICE.signByDevice(ALICE.unsignedDeviceKeys("HIJKLMN"), "LAPTOP"));
        fails(InvalidSignature.class, ALICE, "HIJKLMN", BOB.signBy(ALICE.unsignedDeviceKeys("HIJKLMN"), SELF_SIGNING));
    }

    @Test
    void the_own_master_key_can_be_signed_by_devices() {
        var signed = ALICE.signByDevice(ALICE.crossSigningKey(MASTER), "LAPTOP");

        assertThat(sign(ALICE, ALICE.publicKey("master"), signed)
                        .changed()
                        .get(ALICE.user())
                        .crossSigning())
                .isEqualTo(Map.of(MASTER, signed));
        fails(
                InvalidSignature.class,
                ALICE,
                ALICE.publicKey("master"),
                ALICE.signByDevice(ALICE.crossSigningKey(MASTER), "UNKNOWN"));
        fails(
                InvalidSignature.class,
                ALICE,
                ALICE.publicKey("master"),
                ALICE.signBy(ALICE.crossSigningKey(MASTER), USER_SIGNING));
    }

    @Test
    void of_others_nothing_but_the_master_key_can_be_signed_and_by_the_user_signing_key_alone() {
        fails(NotFound.class, BOB, "BOBS", ALICE.signBy(BOB.unsignedDeviceKeys("BOBS"), USER_SIGNING));
        fails(
                NotFound.class,
                BOB,
                BOB.publicKey("self_signing"),
                ALICE.signBy(BOB.crossSigningKey(SELF_SIGNING), USER_SIGNING));
        fails(
                InvalidSignature.class,
                BOB,
                BOB.publicKey("master"),
                ALICE.signBy(BOB.crossSigningKey(MASTER), SELF_SIGNING));
        fails(
                InvalidSignature.class,
                BOB,
                BOB.publicKey("master"),
                ALICE.signByDevice(BOB.crossSigningKey(MASTER), "HIJKLMN"));
    }

    @Test
    void wrong_signatures_fail() {
        var ssk = ALICE.publicKey("self_signing");
        fails(
                InvalidSignature.class,
                ALICE,
                "HIJKLMN",
                ALICE.withSignature(ALICE.unsignedDeviceKeys("HIJKLMN"), ssk, "rubbish"));
        fails(
                InvalidSignature.class,
                ALICE,
                "HIJKLMN",
                ALICE.sign(ALICE.unsignedDeviceKeys("HIJKLMN"), "another secret", ssk));
        fails(InvalidSignature.class, ALICE, "HIJKLMN", ALICE.unsignedDeviceKeys("HIJKLMN"));
        fails(
                InvalidSignature.class,
                ALICE,
                "HIJKLMN",
                ALICE.withSignature(
                        ALICE.signBy(ALICE.unsignedDeviceKeys("HIJKLMN"), SELF_SIGNING), "HIJKLMN", "rubbish"));
    }

    @Test
    void what_is_signed_is_what_was_published() {
        fails(
                InvalidParam.class,
                ALICE,
                "HIJKLMN",
                ALICE.signBy(ALICE.unsignedDeviceKeys("HIJKLMN").with("algorithms", Json.array("[]")), SELF_SIGNING));
        fails(InvalidParam.class, ALICE, "HIJKLMN", ALICE.signBy(ALICE.unsignedDeviceKeys("LAPTOP"), SELF_SIGNING));
    }

    @Test
    void keys_that_are_not_known_fail() {
        fails(NotFound.class, ALICE, "UNKNOWN", ALICE.signBy(ALICE.unsignedDeviceKeys("UNKNOWN"), SELF_SIGNING));
        fails(
                NotFound.class,
                new Person(UserId.parse("@carol:example.com")),
                "x",
                ALICE.signBy(BOB.crossSigningKey(MASTER), USER_SIGNING));
    }

    @Test
    void a_failure_does_not_keep_the_others_back() {
        var outcome = SignaturesUpload.parse(
                        JsonObject.of(
                                "@alice:example.com",
                                JsonObject.of("HIJKLMN", ALICE.unsignedDeviceKeys("HIJKLMN"))
                                        .with(
                                                "LAPTOP",
                                                ALICE.signBy(ALICE.unsignedDeviceKeys("LAPTOP"), SELF_SIGNING))),
                        ALICE.user())
                .apply(KNOWN, ED25519);

        assertThat(outcome.failures().get(ALICE.user())).containsOnlyKeys("HIJKLMN");
        assertThat(outcome.changed().get(ALICE.user()).devices()).containsOnlyKeys(new DeviceId("LAPTOP"));
    }

    @Test
    void signatures_of_third_parties_are_not_smuggled_in() {
        var signed = BOB.signBy(ALICE.signBy(ALICE.unsignedDeviceKeys("HIJKLMN"), SELF_SIGNING), SELF_SIGNING);

        var changed = sign(ALICE, "HIJKLMN", signed)
                .changed()
                .get(ALICE.user())
                .devices()
                .get(PHONE);

        assertThat(changed.object("signatures").orElseThrow().names()).containsExactly("@alice:example.com");
    }

    @Test
    void who_has_no_keys_signs_nothing() {
        var outcome = SignaturesUpload.parse(
                        JsonObject.of(
                                "@bob:example.com",
                                JsonObject.of(
                                        BOB.publicKey("master"),
                                        ALICE.signBy(BOB.crossSigningKey(MASTER), USER_SIGNING))),
                        ALICE.user())
                .apply(Map.of(BOB.user(), BOB.keys()), ED25519);

        assertThat(outcome.failures().get(BOB.user()).get(BOB.publicKey("master")))
                .isInstanceOf(InvalidSignature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"@alice:example.com\": 1}", "{\"@alice:example.com\": {\"X\": 1}}", "{\"alice\": {}}"})
    void other_bodies_are_refused(String body) {
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> SignaturesUpload.parse(Json.object(body), ALICE.user()));
    }

    @Test
    void the_keys_of_all_and_of_the_uploader_must_be_known() {
        assertThat(SignaturesUpload.parse(Json.object("{\"@bob:example.com\": {}}"), ALICE.user())
                        .users())
                .containsExactlyInAnyOrder(ALICE.user(), BOB.user());
    }

    private static Outcome sign(Person owner, String name, JsonObject signed) {
        return SignaturesUpload.parse(JsonObject.of(owner.user().toString(), JsonObject.of(name, signed)), ALICE.user())
                .apply(KNOWN, ED25519);
    }

    private static void fails(Class<? extends Throwable> error, Person owner, String name, JsonObject signed) {
        var outcome = sign(owner, name, signed);

        assertThat(outcome.changed()).isEmpty();
        assertThat(outcome.failures().get(owner.user()).get(name)).isInstanceOf(error);
    }
}
