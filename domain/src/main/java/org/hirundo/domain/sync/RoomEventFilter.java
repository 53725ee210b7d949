package org.hirundo.domain.sync;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Which events of rooms a client wants: state, timeline, ephemeral events or account data of a room, and the events of
 * {@code /messages}, {@code /context} and {@code /search}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3useruseridfilter">RoomEventFilter</a>
 */
public final class RoomEventFilter {

    /** Lets everything through. */
    public static final RoomEventFilter ALL = parse(JsonObject.EMPTY);

    private final EventFilter events;
    private final RoomSelection rooms;
    private final RelationTypes relations;
    private final Optional<Boolean> containsUrl;
    private final boolean lazyLoadMembers;
    private final boolean includeRedundantMembers;
    private final boolean unreadThreadNotifications;

    private RoomEventFilter(RequestReader reader) {
        this.events = EventFilter.read(reader);
        this.rooms = RoomSelection.read(reader);
        this.relations = RelationTypes.read(reader);
        this.containsUrl = reader.optionalFlag("contains_url");
        this.lazyLoadMembers = reader.flag("lazy_load_members");
        this.includeRedundantMembers = reader.flag("include_redundant_members");
        this.unreadThreadNotifications = reader.flag("unread_thread_notifications");
    }

    /**
     * Reads the filter that the reading endpoints take.
     *
     * @throws org.hirundo.domain.error.BadJson when a member is of the wrong type or an identifier malformed
     */
    public static RoomEventFilter parse(JsonObject json) {
        return new RoomEventFilter(new RequestReader(json, ""));
    }

    static RoomEventFilter read(RequestReader reader) {
        return new RoomEventFilter(reader);
    }

    /** Whether any event of the room can pass. */
    public boolean includes(RoomId room) {
        return rooms.includes(room);
    }

    /** Whether there may be events of a room that do not pass. */
    public boolean narrows() {
        return events.narrows() || relations.narrows() || containsUrl.isPresent();
    }

    /** Whether the event passes. */
    public boolean includes(Event event) {
        return events.includes(event.type().value(), event.sender())
                && rooms.includes(event.roomId())
                && relations.include(event)
                && (containsUrl.isEmpty()
                        || containsUrl.get() == event.content().has("url"));
    }

    /** Whether a room's ephemeral event or account data of the type passes, which have no sender. */
    public boolean includes(RoomId room, String type) {
        return events.includes(type) && rooms.includes(room) && !containsUrl.orElse(false);
    }

    /** Whether what the user did in the room passes, such as typing or reading: ephemeral events about one user. */
    public boolean includes(RoomId room, String type, UserId sender) {
        return events.includes(type, sender) && rooms.includes(room) && !containsUrl.orElse(false);
    }

    /**
     * How many events to return.
     *
     * @param byDefault how many when the filter does not say
     * @param atMost how many at most, whatever the filter says
     */
    public int limit(int byDefault, int atMost) {
        return events.limit(byDefault, atMost);
    }

    /** Whether only memberships of those who sent what is returned are wanted. */
    public boolean lazyLoadMembers() {
        return lazyLoadMembers;
    }

    /** Whether, when lazy loading, memberships are wanted that were sent before. */
    public boolean includeRedundantMembers() {
        return includeRedundantMembers;
    }

    /** Whether notifications are to be counted per thread. */
    public boolean unreadThreadNotifications() {
        return unreadThreadNotifications;
    }
}
