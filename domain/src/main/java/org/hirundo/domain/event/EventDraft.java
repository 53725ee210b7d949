package org.hirundo.domain.event;

import java.util.Optional;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * What somebody wants to say, before it has its place in the room.
 *
 * @param room empty for the event that creates a room whose id is made of it
 * @param redacts the event to redact, for redactions
 * @param stickiness how long it is sticky, if it is
 */
public record EventDraft(
        Optional<RoomId> room,
        UserId sender,
        EventType type,
        Optional<String> stateKey,
        JsonObject content,
        Optional<EventId> redacts,
        Optional<Stickiness> stickiness) {

    /** What is an event like most. */
    public EventDraft(
            Optional<RoomId> room,
            UserId sender,
            EventType type,
            Optional<String> stateKey,
            JsonObject content,
            Optional<EventId> redacts) {
        this(room, sender, type, stateKey, content, redacts, Optional.empty());
    }

    /** The same, sticky or not. */
    public EventDraft with(Optional<Stickiness> sticky) {
        return new EventDraft(room, sender, type, stateKey, content, redacts, sticky);
    }

    /** A state event. */
    public static EventDraft state(RoomId room, UserId sender, EventType type, String stateKey, JsonObject content) {
        return new EventDraft(Optional.of(room), sender, type, Optional.of(stateKey), content, Optional.empty());
    }

    /** An event that is no state. */
    public static EventDraft message(RoomId room, UserId sender, EventType type, JsonObject content) {
        return new EventDraft(Optional.of(room), sender, type, Optional.empty(), content, Optional.empty());
    }

    /** A redaction of another event. */
    public static EventDraft redaction(RoomId room, UserId sender, EventId target, JsonObject content) {
        return new EventDraft(
                Optional.of(room), sender, EventType.REDACTION, Optional.empty(), content, Optional.of(target));
    }

    /**
     * The event that creates a room.
     *
     * @param room the id of the room, empty where the room version makes it of the event
     */
    public static EventDraft creation(Optional<RoomId> room, UserId creator, JsonObject content) {
        return new EventDraft(room, creator, EventType.CREATE, Optional.of(""), content, Optional.empty());
    }
}
