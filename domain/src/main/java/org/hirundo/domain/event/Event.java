package org.hirundo.domain.event;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.RoomVersion;
import org.jspecify.annotations.Nullable;

/**
 * An event: what was signed, and what it says. Immutable; two events are equal when their ids are and both are redacted or
 * neither is.
 */
public final class Event {

    private final EventId id;
    private final RoomVersion roomVersion;
    private final JsonObject json;
    private final byte[] bytes;
    private final RoomId roomId;
    private final UserId sender;
    private final EventType type;
    private final @Nullable String stateKey;
    private final JsonObject content;

    /** Only for JSON that was found to be well-formed. */
    Event(EventId id, RoomVersion roomVersion, JsonObject json, byte[] bytes) {
        this.id = id;
        this.roomVersion = roomVersion;
        this.json = json;
        this.bytes = bytes;
        this.roomId = json.string("room_id")
                .map(RoomId::new)
                .orElseGet(() -> new RoomId("!" + id.value().substring(1)));
        this.sender = UserId.parse(json.string("sender").orElseThrow());
        this.type = new EventType(json.string("type").orElseThrow());
        this.stateKey = json.string("state_key").orElse(null);
        this.content = json.object("content").orElseThrow();
    }

    /**
     * Reads an event that this server stored: its id is known and its format was checked when it came.
     *
     * @param bytes as {@link #bytes()} gave them
     */
    public static Event ofStored(EventId id, RoomVersion roomVersion, byte[] bytes) {
        return new Event(id, roomVersion, JsonParser.parseObject(bytes), bytes);
    }

    /** The event's id. */
    public EventId id() {
        return id;
    }

    /** The version of the event's room. */
    public RoomVersion roomVersion() {
        return roomVersion;
    }

    /** The whole event as it goes to other servers, without {@code unsigned}. */
    public JsonObject json() {
        return json;
    }

    /** The event in canonical JSON; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The event's room. */
    public RoomId roomId() {
        return roomId;
    }

    /** Who sent it. */
    public UserId sender() {
        return sender;
    }

    /** The event's type. */
    public EventType type() {
        return type;
    }

    /** The state key; empty when the event is no state event. */
    public Optional<String> stateKey() {
        return Optional.ofNullable(stateKey);
    }

    /** The tuple by which the room's state knows the event; empty when it is no state event. */
    public Optional<StateTuple> stateTuple() {
        return stateKey().map(key -> new StateTuple(type, key));
    }

    /** Whether it is a state event. */
    public boolean isState() {
        return stateKey != null;
    }

    /** Whether it is of the type, a state event or not. */
    public boolean isType(EventType other) {
        return type.equals(other);
    }

    /** Whether it is the state event of the tuple. */
    public boolean isState(EventType other, String key) {
        return type.equals(other) && key.equals(stateKey);
    }

    /** The event's content. */
    public JsonObject content() {
        return content;
    }

    /** When the sender's server says it was sent, milliseconds since the epoch. */
    public long originServerTs() {
        return json.integer("origin_server_ts").orElse(0);
    }

    /** How far it is from the room's first event. */
    public long depth() {
        return json.integer("depth").orElse(0);
    }

    /** The events that were the newest its server knew. */
    public List<EventId> prevEvents() {
        return roomVersion.eventFormat().references(json, "prev_events");
    }

    /** The events that give it the right to be. */
    public List<EventId> authEvents() {
        return roomVersion.eventFormat().references(json, "auth_events");
    }

    /** The event that this one redacts, if it is a redaction. */
    public Optional<EventId> redacts() {
        return isType(EventType.REDACTION) ? roomVersion.eventFormat().redacts(json) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that && id.equals(that.id) && bytes.length == that.bytes.length;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
