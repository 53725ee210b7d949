package org.hirundo.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that the specification gives for the event format of each room version. */
class PduExamplesTest {

    private static final EventId OLD = new EventId("$af232176:example.org");

    private static Stream<Arguments> examples() {
        return Stream.of(
                        in("pdu_v1", 1, 2),
                        in("pdu_v3", 3, 3),
                        in("pdu_v4", 4, 10),
                        in("pdu_v4_join_membership", 8, 10),
                        in("pdu_v11", 11, 11),
                        in("pdu_v12", 12, 12))
                .flatMap(examples -> examples);
    }

    private static Stream<Arguments> in(String name, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(id -> Arguments.of(name, RoomVersion.of("" + id).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void it_is_an_event(String name, RoomVersion version) throws IOException {
        var pdu = example(name);
        var event = version.events().parse(pdu);

        assertThat(event.json()).isEqualTo(pdu.without("unsigned"));
        assertThat(event.sender()).hasToString("@alice:example.com");
        assertThat(event.roomId().value()).isEqualTo(pdu.string("room_id").orElseThrow());
        assertThat(event.depth()).isEqualTo(12);
        assertThat(event.prevEvents()).isEqualTo(cited(name)).isEqualTo(event.authEvents());
    }

    private static List<EventId> cited(String name) {
        return switch (name) {
            case "pdu_v1" -> List.of(OLD);
            case "pdu_v3" -> List.of(new EventId("$base64encodedeventid"), new EventId("$adifferenteventid"));
            default -> List.of(new EventId("$urlsafe_base64_encoded_eventid"), new EventId("$a-different-event-id"));
        };
    }

    @ParameterizedTest
    @MethodSource("examples")
    void redacted_it_is_the_same_event(String name, RoomVersion version) throws IOException {
        var event = version.events().parse(example(name));
        var redacted = version.redaction().apply(event);

        assertThat(version.events().parse(redacted.json()).id()).isEqualTo(event.id());
        assertThat(redacted.content().has("key")).isFalse();
        assertThat(redacted.content().has("membership")).isEqualTo(name.equals("pdu_v4_join_membership"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_join_to_a_restricted_room_takes_two_signatures(String name, RoomVersion version) throws IOException {
        var event = version.events().parse(example(name));
        var servers = name.equals("pdu_v4_join_membership")
                ? new String[] {"example.com", "resident.example.com"}
                : new String[] {"example.com"};

        assertThat(EventSignatures.of(event).required())
                .extracting(Object::toString)
                .containsExactly(servers);
    }

    private static JsonObject example(String name) throws IOException {
        try (var file = PduExamplesTest.class.getResourceAsStream("pdus.json")) {
            return JsonParser.parseObject(file.readAllBytes()).object(name).orElseThrow();
        }
    }
}
