package org.hirundo.jpa.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Collision;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The rooms that a commit changes, as they become one commit after the other. */
public final class RoomWrites {

    private static final String REVISIONS = "select r.id, r.revision from RoomRow r where r.id in ?1";

    private final Transaction transaction;
    private final boolean trusting;
    private final Map<RoomId, Long> revisions = new HashMap<>();
    private final Map<RoomId, GrownRoom> grown = new LinkedHashMap<>();
    private final List<@Nullable Object[]> summaries = new ArrayList<>();

    private RoomWrites(Transaction transaction, boolean trusting) {
        this.transaction = transaction;
        this.trusting = trusting;
    }

    /** Takes each room to be where the first commit to it expects it; {@link #flush} finds out when one is not. */
    public static RoomWrites trusting(Transaction transaction) {
        return new RoomWrites(transaction, true);
    }

    /** Reads where the rooms are. No other commit may come in between, so the stream's counter must have been advanced. */
    public static RoomWrites of(Transaction transaction, Collection<RoomId> rooms) {
        var writes = new RoomWrites(transaction, false);
        Batches.ask(Ids.of(rooms), some -> transaction
                        .query(REVISIONS, Object[].class, some)
                        .getResultList())
                .forEach(row -> writes.revisions.put(new RoomId((String) row[0]), (Long) row[1]));
        return writes;
    }

    /** Whether the room is just where the commit expects it. */
    public boolean isCurrent(RoomCommit commit) {
        return commit.basedOn()
                == revisions.computeIfAbsent(commit.room(), room -> trusting ? commit.basedOn() : Long.valueOf(0));
    }

    /** The room grows. */
    public void put(RoomCommit commit, StreamPosition last) {
        revisions.put(commit.room(), commit.basedOn() + 1);
        grown.merge(
                commit.room(),
                new GrownRoom(commit, last),
                (before, now) -> new GrownRoom(before.from(), commit, last));
        commit.snapshots().forEach(snapshot -> transaction.add(new SnapshotRow(snapshot)));
        commit.summary().ifPresent(summary -> summaries.add(RoomSummaryRow.values(commit.room(), summary)));
    }

    /**
     * Writes the rooms, each once for all that it grew.
     *
     * @throws Collision when a room was taken to be where it is not
     */
    public void flush() {
        grown.values().stream().filter(GrownRoom::isNew).map(GrownRoom::row).forEach(transaction::add);
        var updates = grown.values().stream().filter(room -> !room.isNew()).toList();
        var met = transaction.batch(
                GrownRoom.UPDATE, updates.stream().map(GrownRoom::parameters).toList());
        if (Arrays.stream(met).anyMatch(rows -> rows != 1)) {
            throw new Collision("A room was grown by another");
        }
        if (!summaries.isEmpty()) {
            transaction.putAll(RoomSummaryRow.TABLE, summaries);
        }
    }
}
