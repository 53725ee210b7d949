package org.hirundo.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.JdkEd25519;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.crypto.TestKeys;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Test;

/** The appendices, "Cryptographic Test Vectors", "Event Signing". */
class SigningVectorsTest {

    private static final Ed25519 ED25519 = new JdkEd25519();

    @Test
    void a_minimal_event_is_hashed_and_signed() {
        var minimal = Json.object("""
                {
                    "room_id": "!x:domain",
                    "sender": "@a:domain",
                    "origin": "domain",
                    "origin_server_ts": 1000000,
                    "signatures": {},
                    "hashes": {},
                    "type": "X",
                    "content": {},
                    "prev_events": [],
                    "auth_events": [],
                    "depth": 3,
                    "unsigned": {
                        "age_ts": 1000000
                    }
                }""");

        var event = RoomVersion.V3
                .events()
                .seal(minimal, ServerName.parse("domain"), TestKeys.OF_THE_SPECIFICATION, ED25519);

        assertThat(event.json()).isEqualTo(Json.object("""
                {
                    "auth_events": [],
                    "content": {},
                    "depth": 3,
                    "hashes": {
                        "sha256": "5jM4wQpv6lnBo7CLIghJuHdW+s2CMBJPUOGOC89ncos"
                    },
                    "origin": "domain",
                    "origin_server_ts": 1000000,
                    "prev_events": [],
                    "room_id": "!x:domain",
                    "sender": "@a:domain",
                    "signatures": {
                        "domain": {
                            "ed25519:1": "KxwGjPSDEtvnFgU00fwFz+l6d2pJM6XBIaMEn81SXPTRl16AqLAYqfIReFGZlHi5KLjAWbOoMszkwsQma+lYAg"
                        }
                    },
                    "type": "X"
                }"""));
        assertThat(ContentHash.matches(event)).isTrue();
    }

    /** This one lacks what every format has, so it is taken apart by hand. */
    @Test
    void an_event_with_content_to_redact_is_hashed_and_signed() {
        var event = Json.object("""
                {
                    "content": {
                        "body": "Here is the message content"
                    },
                    "event_id": "$0:domain",
                    "origin": "domain",
                    "origin_server_ts": 1000000,
                    "type": "m.room.message",
                    "room_id": "!r:domain",
                    "sender": "@u:domain",
                    "signatures": {},
                    "unsigned": {
                        "age_ts": 1000000
                    }
                }""");

        assertThat(ContentHash.of(event)).isEqualTo("onLKD1bGljeBWQhWZ1kaP9SorVmRQNdN5aM2JYU2n/g");

        var hashed = event.with("hashes", JsonObject.of("sha256", ContentHash.of(event)));
        var signed = Signatures.sign(
                RoomVersion.V1.redaction().apply(hashed), "domain", TestKeys.OF_THE_SPECIFICATION, ED25519);
        assertThat(signed.object("signatures").flatMap(signatures -> signatures.object("domain")))
                .contains(JsonObject.of(
                        "ed25519:1",
                        "Wm+VzmOUOz08Ds+0NTWb1d4CZrVsJSikkeRxh6aCcUwu6pNC78FunoD7KNWzqFn241eYHYMGCA5McEiVPdhzBA"));
    }
}
