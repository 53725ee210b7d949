package org.hirundo.jpa.membership;

import java.util.HashMap;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of memberships. */
public final class MembershipWrites {

    private MembershipWrites() {}

    /**
     * The memberships take the place of those before. One whose event came with the commit is current since the position
     * of that event; one whose event was known before is since the last position of the commit.
     */
    public static void put(Transaction transaction, RoomCommit commit, StreamPosition first) {
        if (commit.memberships().isEmpty()) {
            return;
        }
        var positions = new HashMap<EventId, StreamPosition>();
        for (var added : commit.events()) {
            positions.put(added.event().id(), new StreamPosition(first.value() + positions.size()));
        }
        var last = new StreamPosition(first.value() + commit.events().size() - 1);
        transaction.putAll(
                MembershipRow.TABLE,
                commit.memberships().stream()
                        .map(change -> MembershipRow.values(
                                commit.room(), change, positions.getOrDefault(change.event(), last)))
                        .toList());
    }
}
