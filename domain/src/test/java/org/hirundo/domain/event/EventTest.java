package org.hirundo.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Test;

class EventTest {

    @InVersions
    void a_stored_event_is_what_it_was(RoomVersion version) {
        for (var pdu : new JsonObject[] {
            Pdus.message(version),
            Pdus.create(version),
            Pdus.state(version, "m.room.member", "{\"membership\": \"join\"}").with("state_key", "@é\"\\:b"),
        }) {
            var event = version.events().parse(pdu);
            var stored = Event.ofStored(event.id(), version, event.bytes());

            assertThat(stored).isEqualTo(event).hasSameHashCodeAs(event).hasToString(event.toString());
            assertThat(stored.roomId()).isEqualTo(event.roomId());
            assertThat(stored.sender()).isEqualTo(event.sender());
            assertThat(stored.type()).isEqualTo(event.type());
            assertThat(stored.stateKey()).isEqualTo(event.stateKey());
            assertThat(stored.originServerTs()).isEqualTo(event.originServerTs());
            assertThat(stored.depth()).isEqualTo(event.depth());
            assertThat(stored.content()).isEqualTo(event.content());
            assertThat(stored.prevEvents()).isEqualTo(event.prevEvents());
            assertThat(stored.authEvents()).isEqualTo(event.authEvents());
            assertThat(stored.redacts()).isEqualTo(event.redacts());
            assertThat(stored.json()).isEqualTo(event.json());
            assertThat(stored.content())
                    .isEqualTo(stored.json().object("content").orElseThrow());
        }
    }

    @Test
    void what_was_built_is_kept() {
        var event = stored(Pdus.message(RoomVersion.V11));

        assertThat(event.content()).isSameAs(event.content());
        assertThat(event.json()).isSameAs(event.json());
    }

    @Test
    void a_state_event_has_a_state_key() {
        var topic = stored(Pdus.state(RoomVersion.V11, "m.room.topic", "{}"));
        var message = stored(Pdus.message(RoomVersion.V11));

        assertThat(topic.isState()).isTrue();
        assertThat(topic.stateTuple()).contains(StateTuple.of(EventType.TOPIC));
        assertThat(topic.isState(EventType.TOPIC, "")).isTrue();
        assertThat(topic.isState(EventType.TOPIC, "a")).isFalse();
        assertThat(topic.isState(EventType.NAME, "")).isFalse();
        assertThat(topic.isType(EventType.TOPIC)).isTrue();
        assertThat(message.isState()).isFalse();
        assertThat(message.stateTuple()).isEmpty();
        assertThat(message.isState(EventType.MESSAGE, "")).isFalse();
    }

    @Test
    void equal_events_have_equal_bytes() {
        var event = stored(Pdus.message(RoomVersion.V11));
        var otherId = Event.ofStored(new EventId("$other"), RoomVersion.V11, event.bytes());
        var otherBytes = Event.ofStored(
                event.id(),
                RoomVersion.V11,
                new String(event.bytes(), UTF_8).replace("héllo", "hállo").getBytes(UTF_8));

        assertThat(event).isNotEqualTo(otherId).isNotEqualTo(otherBytes).isNotEqualTo("event");
    }

    private static Event stored(JsonObject pdu) {
        var event = RoomVersion.V11.events().parse(pdu);
        return Event.ofStored(event.id(), RoomVersion.V11, event.bytes());
    }
}
