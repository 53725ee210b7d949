package org.hirundo.domain.sync;

import org.hirundo.domain.id.RoomId;

/** Which rooms a client wants to sync, and what of them. */
public final class RoomFilter {

    private final RoomSelection rooms;
    private final boolean includeLeave;
    private final RoomEventFilter state;
    private final RoomEventFilter timeline;
    private final RoomEventFilter ephemeral;
    private final RoomEventFilter accountData;

    private RoomFilter(RequestReader reader) {
        this.rooms = RoomSelection.read(reader);
        this.includeLeave = reader.flag("include_leave");
        this.state = events(reader, "state");
        this.timeline = events(reader, "timeline");
        this.ephemeral = events(reader, "ephemeral");
        this.accountData = events(reader, "account_data");
    }

    static RoomFilter read(RequestReader reader) {
        return new RoomFilter(reader);
    }

    private static RoomEventFilter events(RequestReader reader, String name) {
        return reader.object(name).map(RoomEventFilter::read).orElse(RoomEventFilter.ALL);
    }

    /** Whether the room is wanted at all; asked before the filters of its parts. */
    public boolean includes(RoomId room) {
        return rooms.includes(room);
    }

    /** Whether rooms that the user left are wanted too. */
    public boolean includeLeave() {
        return includeLeave;
    }

    /** Which state events are wanted. */
    public RoomEventFilter state() {
        return state;
    }

    /** Which timeline events are wanted. */
    public RoomEventFilter timeline() {
        return timeline;
    }

    /** Which ephemeral events are wanted, that is typing and receipts. */
    public RoomEventFilter ephemeral() {
        return ephemeral;
    }

    /** Which account data of rooms is wanted. */
    public RoomEventFilter accountData() {
        return accountData;
    }

    /** Whether members are loaded lazily; clients say so in the filter of the state, of the timeline, or of both. */
    public boolean lazyLoadMembers() {
        return state.lazyLoadMembers() || timeline.lazyLoadMembers();
    }

    /** Whether members that were sent before are wanted again; without lazy loading it means nothing. */
    public boolean includeRedundantMembers() {
        return state.includeRedundantMembers() || timeline.includeRedundantMembers();
    }

    /** Whether notifications are to be counted per thread. */
    public boolean unreadThreadNotifications() {
        return state.unreadThreadNotifications() || timeline.unreadThreadNotifications();
    }
}
