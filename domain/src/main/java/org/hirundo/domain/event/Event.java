package org.hirundo.domain.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonMembers;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.RoomVersion;
import org.jspecify.annotations.Nullable;

/**
 * An event: what was signed, and what it says. It has no {@code unsigned}: what servers tell about an event is not part of
 * it. Immutable; two events are equal when their bytes are, so an event does not equal its redacted form.
 *
 * <p>It is light: bytes, and the members that everybody asks for. The JSON is built when somebody wants it, and kept.
 */
public final class Event {

    private final EventId id;
    private final RoomVersion roomVersion;
    private final byte[] bytes;
    private final RoomId roomId;
    private final UserId sender;
    private final EventType type;
    private final @Nullable String stateKey;
    private final long originServerTs;
    private final long depth;
    private final int contentFrom;
    private final int contentTo;
    private final @Nullable Stickiness stickiness;

    // Two threads may build these at once; they build equal immutable values, so it does not matter whose stays.
    private @Nullable JsonObject json;
    private @Nullable JsonObject content;

    /**
     * Only for events that were found to be well-formed.
     *
     * @param json what the bytes say, when it is at hand
     */
    Event(EventId id, RoomVersion roomVersion, byte[] bytes, @Nullable JsonObject json) {
        var members = JsonMembers.of(bytes);
        this.id = id;
        this.roomVersion = roomVersion;
        this.bytes = bytes;
        this.roomId = members.string("room_id").map(RoomId::new).orElseGet(() -> RoomId.ofCreateEvent(id));
        this.sender = UserId.parse(members.string("sender").orElseThrow());
        this.type = EventType.of(members.string("type").orElseThrow());
        this.stateKey = members.string("state_key").orElse(null);
        this.originServerTs = members.integer("origin_server_ts").orElseThrow();
        this.depth = members.integer("depth").orElseThrow();
        this.contentFrom = members.from("content");
        this.contentTo = members.to("content");
        this.stickiness =
                members.object(Stickiness.MEMBER).flatMap(Stickiness::read).orElse(null);
        this.json = json;
    }

    /**
     * Reads an event that this server stored: its id is known and its format was checked when it came.
     *
     * @param bytes as {@link #bytes()} gave them; not copied
     */
    public static Event ofStored(EventId id, RoomVersion roomVersion, byte[] bytes) {
        return new Event(id, roomVersion, bytes, null);
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
        var known = json;
        if (known == null) {
            known = JsonParser.parseObject(bytes);
            json = known;
        }
        return known;
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
        var known = content;
        if (known == null) {
            known = readContent();
            content = known;
        }
        return known;
    }

    private JsonObject readContent() {
        var whole = json;
        return whole == null
                ? JsonParser.parseObject(bytes, contentFrom, contentTo)
                : whole.object("content").orElseThrow();
    }

    /** When the sender's server says it was sent, milliseconds since the epoch. */
    public long originServerTs() {
        return originServerTs;
    }

    /** How long it is sticky; empty when it is an event like most, as it is once it is redacted. */
    public Optional<Stickiness> stickiness() {
        return Optional.ofNullable(stickiness);
    }

    /** How far it is from the room's first event. */
    public long depth() {
        return depth;
    }

    /** The events that were the newest its server knew. */
    public List<EventId> prevEvents() {
        return roomVersion.eventFormat().references(json(), "prev_events");
    }

    /** The events that give it the right to be. */
    public List<EventId> authEvents() {
        return roomVersion.eventFormat().references(json(), "auth_events");
    }

    /** The event that this one redacts, if it is a redaction. */
    public Optional<EventId> redacts() {
        return isType(EventType.REDACTION) ? roomVersion.eventFormat().redacts(json()) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Event that && id.equals(that.id) && Arrays.equals(bytes, that.bytes));
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
