package org.hirundo.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

    private static final Ed25519 ED25519 = new JdkEd25519();
    private static final SigningKey KEY = TestKeys.OF_THE_SPECIFICATION;

    /** The appendices, "Cryptographic Test Vectors", "JSON Signing". */
    @Test
    void the_specifications_empty_object_is_signed() {
        assertThat(Signatures.sign(JsonObject.EMPTY, "domain", KEY, ED25519)).isEqualTo(Json.object("""
                {"signatures": {"domain": {"ed25519:1":
                    "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ"}}}"""));
    }

    @Test
    void the_specifications_object_with_values_is_signed() {
        assertThat(Signatures.sign(Json.object("{\"one\": 1, \"two\": \"Two\"}"), "domain", KEY, ED25519))
                .isEqualTo(Json.object("""
                        {"one": 1, "signatures": {"domain": {"ed25519:1":
                            "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw"}},
                         "two": "Two"}"""));
    }

    @Test
    void other_signatures_and_what_is_unsigned_stay() {
        var object = Json.object("""
                {"a": 1, "unsigned": {"age": 5},
                 "signatures": {"domain": {"ed25519:old": "abc"}, "other": {"ed25519:1": "def"}}}""");

        var signed = Signatures.sign(object, "domain", KEY, ED25519);

        assertThat(signed.object("unsigned")).contains(JsonObject.EMPTY.with("age", 5));
        var signatures = signed.object("signatures").orElseThrow();
        assertThat(signatures.object("other")).contains(JsonObject.of("ed25519:1", "def"));
        assertThat(signatures.object("domain").orElseThrow().names()).containsExactly("ed25519:old", "ed25519:1");
        assertThat(verify(signed)).isEqualTo(Verification.VALID);
    }

    @Test
    void what_was_signed_must_not_change_and_all_else_may() {
        var signed = Signatures.sign(Json.object("{\"a\": 1, \"b\": 2}"), "domain", KEY, ED25519);

        assertThat(verify(signed.with("a", 2))).isEqualTo(Verification.INVALID);
        assertThat(verify(signed.without("b"))).isEqualTo(Verification.INVALID);
        assertThat(verify(signed.with("c", 3))).isEqualTo(Verification.INVALID);
        assertThat(verify(signed.with("unsigned", JsonObject.of("x", "y")))).isEqualTo(Verification.VALID);
        assertThat(verify(Signatures.sign(signed, "other", KEY, ED25519))).isEqualTo(Verification.VALID);
        assertThat(verify(signed.without("a").with("a", 1))).isEqualTo(Verification.VALID);
    }

    @Test
    void a_signature_is_of_an_entity_and_a_key() {
        var signed = Signatures.sign(JsonObject.EMPTY, "domain", KEY, ED25519);
        var publicKey = KEY.publicKey(ED25519);

        assertThat(Signatures.verify(signed, "other", KEY.id(), publicKey, ED25519))
                .isEqualTo(Verification.MISSING);
        assertThat(Signatures.verify(signed, "domain", KeyId.parse("ed25519:2"), publicKey, ED25519))
                .isEqualTo(Verification.MISSING);
        assertThat(Signatures.verify(JsonObject.EMPTY, "domain", KEY.id(), publicKey, ED25519))
                .isEqualTo(Verification.MISSING);
        assertThat(Signatures.verify(signed, "domain", KEY.id(), TestKeys.OTHER.publicKey(ED25519), ED25519))
                .isEqualTo(Verification.INVALID);
        assertThat(Verification.INVALID.isValid()).isFalse();
        assertThat(Verification.MISSING.isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"not Base64!\"", "\"K8280\"", "7", "null", "{}"})
    void what_is_no_signature_is_invalid(String signature) {
        var object = Json.object("{\"signatures\": {\"domain\": {\"ed25519:1\": " + signature + "}}}");

        assertThat(verify(object)).isEqualTo(Verification.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"signatures\": 1}", "{\"signatures\": {\"domain\": []}}", "{\"signatures\": {}}"})
    void where_there_are_no_signatures_they_are_missing(String text) {
        assertThat(verify(Json.object(text))).isEqualTo(Verification.MISSING);
        assertThat(Signatures.keys(Json.object(text), "domain")).isEmpty();
    }

    @Test
    void keys_that_are_not_understood_are_passed_over() {
        var object = Json.object("""
                {"signatures": {"domain": {"ed25519:1": "a", "rsa:1": "b", "ed25519": "c", "": "d", "ed25519:auto": "e"},
                                "other": {"ed25519:2": "f"}}}""");

        assertThat(Signatures.keys(object, "domain"))
                .containsExactlyInAnyOrder(KeyId.parse("ed25519:1"), KeyId.parse("ed25519:auto"));
    }

    private static Verification verify(JsonObject object) {
        return Signatures.verify(object, "domain", KEY.id(), KEY.publicKey(ED25519), ED25519);
    }
}
