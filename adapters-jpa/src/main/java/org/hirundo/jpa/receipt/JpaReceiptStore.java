package org.hirundo.jpa.receipt;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** Receipts in the table {@code receipt}. */
public final class JpaReceiptStore implements ReceiptStore {

    private final Database database;

    /** Receipts of the database. */
    public JpaReceiptStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<RoomId, List<Placed>> changed(Collection<RoomId> rooms, StreamPosition after, StreamPosition upTo) {
        return byRoom(rooms, entities -> entities.createQuery(
                        """
                        select r from ReceiptRow r
                        where r.roomId in :rooms and r.streamPosition > :after and r.streamPosition <= :upTo
                        order by r.streamPosition""",
                        ReceiptRow.class)
                .setParameter("after", after.value())
                .setParameter("upTo", upTo.value()));
    }

    @Override
    public Map<RoomId, List<Placed>> of(UserId user, Collection<RoomId> rooms) {
        return byRoom(rooms, entities -> entities.createQuery(
                        """
                        select r from ReceiptRow r
                        where r.userId = :user and r.roomId in :rooms
                        order by r.streamPosition""",
                        ReceiptRow.class)
                .setParameter("user", Text.stored(user)));
    }

    private Map<RoomId, List<Placed>> byRoom(
            Collection<RoomId> rooms, Function<EntityManager, TypedQuery<ReceiptRow>> query) {
        return database.read(entities -> {
            var found = new HashMap<RoomId, List<Placed>>();
            Chunks.eachStored(rooms, chunk -> {
                for (var row : query.apply(entities).setParameter("rooms", chunk).getResultList()) {
                    found.computeIfAbsent(row.room(), room -> new ArrayList<>()).add(row.toPlaced());
                }
            });
            return found;
        });
    }
}
