package org.hirundo.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RequestToSignTest {

    private static final Ed25519 ED25519 = new JdkEd25519();
    private static final SigningKey KEY = TestKeys.OF_THE_SPECIFICATION;
    private static final ServerName ORIGIN = ServerName.parse("origin.hs.example.com");
    private static final ServerName DESTINATION = ServerName.parse("destination.hs.example.com");

    @Test
    @Tag("easily-missed-18")
    void the_object_has_the_members_of_the_specification() {
        assertThat(request(Optional.of(JsonObject.of("a", "b"))).json()).isEqualTo(Json.object("""
                {"method": "POST", "uri": "/target?a=%2F", "origin": "origin.hs.example.com",
                 "destination": "destination.hs.example.com", "content": {"a": "b"}}"""));
    }

    @Test
    @Tag("easily-missed-18")
    void without_a_body_there_is_no_content() {
        assertThat(request(Optional.empty()).json().has("content")).isFalse();
        assertThat(request(Optional.of(JsonObject.EMPTY)).json().has("content")).isTrue();
    }

    @Test
    void the_header_carries_the_signature_of_the_object() {
        var request = request(Optional.of(JsonArray.EMPTY));
        var header = XMatrix.parse(request.sign(KEY, ED25519).toString());

        assertThat(header.origin()).isEqualTo(ORIGIN);
        assertThat(header.destination()).contains(DESTINATION);
        assertThat(header.key()).isEqualTo(KEY.id());
        var signed = Signatures.sign(request.json(), ORIGIN.toString(), KEY, ED25519);
        assertThat(signed.object("signatures"))
                .contains(Json.object("{\"origin.hs.example.com\": {\"ed25519:1\": \"" + header.signature() + "\"}}"));
        assertThat(request.isSignedBy(header, KEY.publicKey(ED25519), ED25519)).isTrue();
    }

    @Test
    @Tag("easily-missed-18")
    void the_signature_is_of_this_request_alone() {
        var request = request(Optional.empty());
        var header = request.sign(KEY, ED25519);
        var publicKey = KEY.publicKey(ED25519);

        assertThat(request(Optional.of(JsonObject.EMPTY)).isSignedBy(header, publicKey, ED25519))
                .isFalse();
        assertThat(new RequestToSign("PUT", request.uri(), ORIGIN, DESTINATION, Optional.empty())
                        .isSignedBy(header, publicKey, ED25519))
                .isFalse();
        assertThat(new RequestToSign("POST", "/target?a=/", ORIGIN, DESTINATION, Optional.empty())
                        .isSignedBy(header, publicKey, ED25519))
                .isFalse();
        assertThat(request.isSignedBy(header, TestKeys.OTHER.publicKey(ED25519), ED25519))
                .isFalse();
    }

    @Test
    void the_header_must_speak_of_the_same_servers() {
        var request = request(Optional.empty());
        var header = request.sign(KEY, ED25519);
        var publicKey = KEY.publicKey(ED25519);
        var other = ServerName.parse("other.example.com");

        assertThat(request.isSignedBy(
                        new XMatrix(other, header.destination(), header.key(), header.signature()), publicKey, ED25519))
                .isFalse();
        assertThat(request.isSignedBy(
                        new XMatrix(ORIGIN, Optional.of(other), header.key(), header.signature()), publicKey, ED25519))
                .isFalse();
        assertThat(request.isSignedBy(
                        new XMatrix(ORIGIN, Optional.empty(), header.key(), header.signature()), publicKey, ED25519))
                .isTrue();
    }

    @Test
    void a_signature_that_is_none_is_wrong() {
        var header = new XMatrix(ORIGIN, Optional.of(DESTINATION), KEY.id(), "not Base64!");

        assertThat(request(Optional.empty()).isSignedBy(header, KEY.publicKey(ED25519), ED25519))
                .isFalse();
    }

    private static RequestToSign request(Optional<JsonValue> content) {
        return new RequestToSign("POST", "/target?a=%2F", ORIGIN, DESTINATION, content);
    }
}
