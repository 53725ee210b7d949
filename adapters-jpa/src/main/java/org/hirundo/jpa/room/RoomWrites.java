package org.hirundo.jpa.room;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Transaction;

/** The rooms that a commit changes, as they become one commit after the other. */
public final class RoomWrites {

    private static final String ROOMS = "select r from RoomRow r where r.id in ?1";

    private final Transaction transaction;
    private final Map<RoomId, RoomRow> rooms = new HashMap<>();

    private RoomWrites(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Reads the rooms. No other commit may come in between, so the stream's counter must have been advanced. */
    public static RoomWrites of(Transaction transaction, Collection<RoomId> rooms) {
        var writes = new RoomWrites(transaction);
        Batches.ask(
                        Ids.of(rooms),
                        some -> transaction.query(ROOMS, RoomRow.class, some).getResultList())
                .forEach(row -> writes.rooms.put(row.room(), row));
        return writes;
    }

    /** Whether the room is just where the commit expects it. */
    public boolean isCurrent(RoomCommit commit) {
        var room = rooms.get(commit.room());
        return commit.basedOn().equals(room == null ? RoomRevision.NONE : room.revision());
    }

    /** The room grows. */
    public void put(RoomCommit commit, StreamPosition last) {
        rooms.computeIfAbsent(commit.room(), id -> {
                    var room = new RoomRow(id, commit.version());
                    transaction.add(room);
                    return room;
                })
                .grow(commit, last);
        commit.snapshots().forEach(snapshot -> transaction.add(new SnapshotRow(snapshot)));
        commit.summary().ifPresent(summary -> transaction.manager().merge(new RoomSummaryRow(commit.room(), summary)));
    }
}
