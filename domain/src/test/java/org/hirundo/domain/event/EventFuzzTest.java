package org.hirundo.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.json.MalformedJson;
import org.hirundo.domain.json.Mutations;
import org.hirundo.domain.room.RoomVersion;

/**
 * Events with members missing, doubled, nested or of the wrong type: each is an event that everything can be done with, or
 * is malformed. Nothing else ever happens.
 */
class EventFuzzTest {

    private static final int EVENTS = 3_000;

    private static final List<JsonValue> VALUES = List.of(values(
            "null",
            "true",
            "0",
            "-1",
            "9007199254740991",
            "9007199254740992",
            "1.5",
            "1e300",
            "\"\"",
            "\"$a\"",
            "\"$a:b\"",
            "\"@a:b\"",
            "\"!a:b\"",
            "\"!a\"",
            "\"\\u0000\"",
            "\"m.room.create\"",
            "\"m.room.member\"",
            "\"m.room.redaction\"",
            "\"m.room.power_levels\"",
            "[]",
            "{}",
            "[\"$a\"]",
            "[[\"$a:b\",{}]]",
            "{\"sha256\":\"x\"}",
            "{\"example.com\":{\"ed25519:1\":\"x\"}}",
            "{\"redacts\":\"$a\",\"membership\":\"join\"}",
            "{\"third_party_invite\":{\"signed\":1},\"membership\":\"invite\"}",
            "{\"join_authorised_via_users_server\":\"@a:b\"}"));

    @InVersions
    void a_changed_event_is_an_event_or_malformed(RoomVersion version) {
        var random = new SplittableRandom(version.id().hashCode());
        int taken = 0;
        for (int i = 0; i < EVENTS; i++) {
            taken += isTaken(version, changed(some(version, random), random)) ? 1 : 0;
        }
        assertThat(taken).isBetween(EVENTS / 20, EVENTS * 9 / 10);
    }

    @InVersions
    void changed_bytes_are_an_event_or_malformed(RoomVersion version) {
        var random = new SplittableRandom(100 + version.id().hashCode());
        var mutations = new Mutations(random);
        int taken = 0;
        for (int i = 0; i < EVENTS; i++) {
            var bytes = mutations.mutate(some(version, random).toString().getBytes(UTF_8));
            try {
                taken += isTaken(version, JsonParser.parseObject(bytes)) ? 1 : 0;
            } catch (MalformedJson expected) {
                assertThat(expected.offset()).isBetween(0, bytes.length);
            }
        }
        assertThat(taken).isBetween(EVENTS / 50, EVENTS * 9 / 10);
    }

    private static boolean isTaken(RoomVersion version, JsonObject pdu) {
        Event event;
        try {
            event = version.events().parse(pdu);
        } catch (MalformedEvent expected) {
            assertThat(expected.getMessage()).isNotEmpty();
            return false;
        }
        assertUsable(event);
        var stored = Event.ofStored(event.id(), version, event.bytes());
        assertThat(stored).isEqualTo(event);
        assertUsable(stored);
        var redacted = version.redaction().apply(event);
        assertUsable(redacted);
        assertThat(version.events().parse(redacted.json())).isEqualTo(redacted);
        assertThat(version.redaction().apply(redacted)).isEqualTo(redacted);
        return true;
    }

    private static void assertUsable(Event event) {
        assertThat(event.prevEvents()).hasSizeLessThanOrEqualTo(20);
        assertThat(event.authEvents()).hasSizeLessThanOrEqualTo(10);
        assertThat(event.redacts()).isNotNull();
        assertThat(event.content()).isEqualTo(event.json().object("content").orElseThrow());
        assertThat(event.depth())
                .isBetween(0L, event.roomVersion().eventFormat().maxDepth());
        assertThat(event.bytes()).hasSizeLessThanOrEqualTo(EventFormat.MAX_BYTES);
        assertThat(ContentHash.matches(event)).isFalse();
        var signatures = EventSignatures.of(event);
        for (var server : signatures.required()) {
            assertThat(signatures.keys(server)).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static JsonObject some(RoomVersion version, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Pdus.create(version);
            case 1 ->
                Pdus.state(version, "m.room.member", "{\"membership\": \"join\"}")
                        .with("state_key", "@a:b");
            case 2 -> Pdus.message(version).with("type", "m.room.redaction").with("redacts", "$a:b");
            default -> Pdus.message(version);
        };
    }

    /** The event with one to three members set to something, or taken away. */
    private static JsonObject changed(JsonObject pdu, RandomGenerator random) {
        var changed = pdu;
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            var names = List.copyOf(changed.names());
            var name = names.get(random.nextInt(names.size()));
            changed = random.nextInt(8) == 0
                    ? changed.without(name)
                    : changed.with(random.nextInt(4) == 0 ? "custom" : name, VALUES.get(random.nextInt(VALUES.size())));
        }
        return changed;
    }

    private static JsonValue[] values(String... json) {
        var values = new JsonValue[json.length];
        for (int i = 0; i < json.length; i++) {
            values[i] = JsonParser.parse(json[i]);
        }
        return values;
    }
}
