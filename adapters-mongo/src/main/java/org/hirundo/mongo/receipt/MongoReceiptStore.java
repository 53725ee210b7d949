package org.hirundo.mongo.receipt;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;

/** Receipts, one document each. */
public final class MongoReceiptStore implements ReceiptStore {

    private final Database database;
    private final MongoCollection<Document> receipts;

    /** On this database. */
    public MongoReceiptStore(Database database) {
        this.database = database;
        this.receipts = database.collection(ReceiptDocument.COLLECTION);
    }

    @Override
    public Map<RoomId, List<Placed>> changed(Collection<RoomId> rooms, StreamPosition after, StreamPosition upTo) {
        var changed = and(
                inRooms(rooms),
                gt(ReceiptDocument.POSITION, after.value()),
                lte(ReceiptDocument.POSITION, upTo.value()));
        return read(changed, ascending(ReceiptDocument.ROOM, ReceiptDocument.POSITION));
    }

    @Override
    public Map<RoomId, List<Placed>> of(UserId user, Collection<RoomId> rooms) {
        var own = and(eq(ReceiptDocument.USER, user.toString()), inRooms(rooms));
        return read(own, ascending(ReceiptDocument.USER, ReceiptDocument.ROOM));
    }

    private static Bson inRooms(Collection<RoomId> rooms) {
        return in(ReceiptDocument.ROOM, rooms.stream().map(RoomId::toString).toList());
    }

    /** The index is named: a room has many receipts, of which one user has few, and the server might guess otherwise. */
    private Map<RoomId, List<Placed>> read(Bson filter, Bson index) {
        return database.call(() -> {
            var found = new HashMap<RoomId, List<Placed>>();
            receipts.find(filter)
                    .hint(index)
                    .sort(ascending(ReceiptDocument.POSITION))
                    .map(ReceiptDocument::placed)
                    .forEach(placed -> found.computeIfAbsent(placed.receipt().room(), room -> new ArrayList<>())
                            .add(placed));
            return found;
        });
    }
}
