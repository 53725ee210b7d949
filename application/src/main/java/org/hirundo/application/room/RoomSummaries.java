package org.hirundo.application.room;

import java.util.Optional;
import java.util.function.Predicate;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/** Makes the public face of a room from the state that is kept at hand. */
final class RoomSummaries {

    private RoomSummaries() {}

    static RoomSummary of(LiveRoom room) {
        return new RoomSummary(
                text(room, EventType.NAME, "name"),
                content(room, EventType.TOPIC).flatMap(RoomSummaries::plainTopic),
                text(room, EventType.AVATAR, "url"),
                text(room, EventType.CANONICAL_ALIAS, "alias"),
                text(room, EventType.JOIN_RULES, "join_rule").orElse("invite"),
                text(room, EventType.CREATE, "type"),
                text(room, EventType.ENCRYPTION, "algorithm"),
                is(room, EventType.HISTORY_VISIBILITY, "history_visibility", "world_readable"),
                is(room, EventType.GUEST_ACCESS, "guest_access", "can_join"),
                room.joinedMembers(),
                room.invitedMembers());
    }

    /** The plain text of a topic: its {@code text/plain} block, or else the old field (spec, "m.room.topic"). */
    private static Optional<String> plainTopic(JsonObject content) {
        return content.object("m.topic").flatMap(block -> block.array("m.text")).stream()
                .flatMap(JsonArray::objectsIn)
                .filter(text -> text.string("mimetype").orElse("text/plain").equals("text/plain"))
                .flatMap(text -> text.string("body").stream())
                .findFirst()
                .or(() -> content.string("topic"))
                .filter(Predicate.not(String::isEmpty));
    }

    private static Optional<String> text(LiveRoom room, EventType type, String name) {
        return content(room, type).flatMap(content -> content.string(name)).filter(Predicate.not(String::isEmpty));
    }

    private static boolean is(LiveRoom room, EventType type, String name, String value) {
        return text(room, type, name).filter(value::equals).isPresent();
    }

    private static Optional<JsonObject> content(LiveRoom room, EventType type) {
        return room.interpreted(type).map(Event::content);
    }
}
