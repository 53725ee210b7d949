package org.hirundo.application.sync;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.RequiredState;
import org.hirundo.domain.sync.StickyPlace;

/**
 * What a client knows once it has an answer of its connection. Immutable.
 *
 * <p>Positions are kept as they were when something was told. That a later one would do as well, because nothing happened since,
 * is not written down: so an answer costs what it tells.
 *
 * @param initial whether it knows nothing, because it has no answer yet
 * @param upTo the position that the answer was made at
 * @param ephemeral the position among typing
 * @param rooms the rooms that it was told of
 * @param extensions what the extensions told
 */
record SlidingState(
        boolean initial, StreamPosition upTo, long ephemeral, Map<RoomId, SentRoom> rooms, SentExtensions extensions) {

    /** That of a client that knows nothing. */
    static final SlidingState NOTHING =
            new SlidingState(true, StreamPosition.START, 0, Map.of(), SentExtensions.NOTHING);

    /** Roughly how much memory it takes. */
    long bytes() {
        return 500
                + rooms.values().stream().mapToLong(SentRoom::bytes).sum()
                + 100L
                        * (extensions.accountData().size()
                                + extensions.receipts().size()
                                + extensions.typing().size());
    }

    /**
     * What a client knows of a room.
     *
     * @param upTo up to where it knows what happened
     * @param state the snapshot that it was told changes up to; empty when it was told stripped state alone
     * @param newest how many of the room's newest events, without a gap, it was sent; without bound when it has all
     * @param required which state it was told
     * @param members the memberships it was told
     * @param readUpTo the position at which {@code unread} was counted
     * @param bumpStamp empty while none was told
     */
    record SentRoom(
            StreamPosition upTo,
            Membership membership,
            Optional<EventId> state,
            int newest,
            RequiredState required,
            Map<UserId, EventId> members,
            RoomUnread.Count unread,
            StreamPosition readUpTo,
            boolean direct,
            Optional<StreamPosition> bumpStamp) {

        private long bytes() {
            return 400 + 220L * members.size();
        }
    }

    /**
     * What the extensions told.
     *
     * @param global up to where global account data was told; empty when it was not
     * @param accountData up to where that of rooms was told
     * @param receipts up to where the receipts of rooms were told
     * @param typing the rooms of which it was told who types
     * @param emptyInbox the position at which no message waited for the device
     * @param devices up to where changes of devices were told; empty when they were not
     * @param threads up to where changes of subscriptions to threads were told; empty when they were not
     * @param sticky up to where sticky events were told
     */
    record SentExtensions(
            Optional<StreamPosition> global,
            Map<RoomId, StreamPosition> accountData,
            Map<RoomId, StreamPosition> receipts,
            Set<RoomId> typing,
            Optional<StreamPosition> emptyInbox,
            Optional<StreamPosition> devices,
            Optional<StreamPosition> threads,
            StickyPlace sticky) {

        static final SentExtensions NOTHING = new SentExtensions(
                Optional.empty(),
                Map.of(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StickyPlace.NOTHING);
    }
}
