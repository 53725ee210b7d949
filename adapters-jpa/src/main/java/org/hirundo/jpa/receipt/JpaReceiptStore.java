package org.hirundo.jpa.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;

/** Receipts, one row for each user, room, type and thread. */
public final class JpaReceiptStore implements ReceiptStore {

    private static final String CHANGED = """
            select r from ReceiptRow r
            where r.room in ?1 and r.streamPosition > ?2 and r.streamPosition <= ?3 order by r.streamPosition
            """;
    private static final String OF_USER =
            "select r from ReceiptRow r where r.userId = ?1 and r.room in ?2 order by r.streamPosition";

    private final Database database;

    /** On this database. */
    public JpaReceiptStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<RoomId, List<Placed>> changed(Collection<RoomId> rooms, StreamPosition after, StreamPosition upTo) {
        return byRoom(database.read(manager -> Batches.ask(
                Ids.of(rooms),
                some -> Queries.list(manager, CHANGED, ReceiptRow.class, some, after.value(), upTo.value()))));
    }

    @Override
    public Map<RoomId, List<Placed>> of(UserId user, Collection<RoomId> rooms) {
        return byRoom(database.read(manager -> Batches.ask(
                Ids.of(rooms), some -> Queries.list(manager, OF_USER, ReceiptRow.class, user.toString(), some))));
    }

    private static Map<RoomId, List<Placed>> byRoom(List<ReceiptRow> rows) {
        var found = new HashMap<RoomId, List<Placed>>();
        for (var row : rows) {
            var placed = row.placed();
            found.computeIfAbsent(placed.receipt().room(), room -> new ArrayList<>())
                    .add(placed);
        }
        return found;
    }
}
