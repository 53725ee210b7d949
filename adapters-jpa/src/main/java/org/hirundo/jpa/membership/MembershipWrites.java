package org.hirundo.jpa.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.domain.id.EventId;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The changes of the membership projection within one commit. */
public final class MembershipWrites {

    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Adds the changes of a room commit whose first event is at the position. */
    public void add(RoomCommit commit, long first) {
        if (commit.memberships().isEmpty()) {
            return;
        }
        var positions = new HashMap<EventId, Long>();
        for (int i = 0; i < commit.events().size(); i++) {
            positions.put(commit.events().get(i).event().id(), first + i);
        }
        for (var change : commit.memberships()) {
            // Where resolution brought back an older event, it is current since this commit.
            long since = positions.getOrDefault(change.event(), first);
            rows.add(MembershipRow.values(commit.room(), change, since));
        }
    }

    /** Writes what was added. */
    public void flush(Transaction transaction) {
        transaction.upsert(MembershipRow.TABLE, rows);
        rows.clear();
    }
}
