package org.hirundo.jpa.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Collision;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The rooms, their snapshots and public faces within one commit. */
public final class RoomWrites {

    private final Map<RoomId, Move> moves = new LinkedHashMap<>();
    private final List<@Nullable Object[]> snapshots = new ArrayList<>();
    private final List<@Nullable Object[]> summaries = new ArrayList<>();

    /** A room grows from a revision to what the last of its commits makes of it. */
    private record Move(long from, RoomCommit latest, long lastPosition) {}

    /** Adds a commit whose events end at the position. */
    public void add(RoomCommit commit, long last) {
        moves.merge(
                commit.room(),
                new Move(commit.basedOn(), commit, last),
                (earlier, later) -> new Move(earlier.from(), later.latest(), later.lastPosition()));
        commit.snapshots().forEach(snapshot -> snapshots.add(SnapshotRow.values(snapshot)));
        commit.summary().ifPresent(summary -> summaries.add(RoomSummaryRow.values(commit.room(), summary)));
    }

    /**
     * Writes what was added.
     *
     * @throws Collision when a room was moved by somebody else meanwhile
     */
    public void flush(Transaction transaction) {
        var created = new ArrayList<@Nullable Object[]>();
        var moved = new ArrayList<@Nullable Object[]>();
        moves.forEach((room, move) -> {
            if (move.from() == 0) {
                created.add(creation(room, move));
            } else {
                moved.add(movement(room, move));
            }
        });
        transaction.insert(RoomRow.TABLE, created);
        for (int changed : transaction.batch(RoomRow.MOVE, moved)) {
            if (changed == 0) {
                throw new Collision("A room was moved by another node");
            }
        }
        transaction.insert(SnapshotRow.TABLE, snapshots);
        transaction.upsert(RoomSummaryRow.TABLE, summaries);
        moves.clear();
        snapshots.clear();
        summaries.clear();
    }

    private static @Nullable Object[] creation(RoomId room, Move move) {
        var commit = move.latest();
        return new @Nullable Object[] {
            Text.stored(room),
            commit.version().id(),
            commit.basedOn() + 1,
            RoomRow.storedExtremities(commit.forwardExtremities()),
            Text.stored(commit.currentState()),
            move.lastPosition()
        };
    }

    private static @Nullable Object[] movement(RoomId room, Move move) {
        var commit = move.latest();
        return new @Nullable Object[] {
            commit.basedOn() + 1,
            RoomRow.storedExtremities(commit.forwardExtremities()),
            Text.stored(commit.currentState()),
            move.lastPosition(),
            Text.stored(room),
            move.from()
        };
    }
}
