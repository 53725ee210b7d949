package org.hirundo.mongo.room;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.event.RoomRanges;

/** Rooms: one document holds a room's head and its public face. */
public final class MongoRoomStore implements RoomStore {

    private final Database database;
    private final MongoCollection<Document> rooms;
    private final SnapshotReads snapshots;
    private final RoomRanges ranges;

    /** On this database. */
    public MongoRoomStore(Database database, RoomRanges ranges) {
        this.database = database;
        this.rooms = database.collection(RoomDocument.COLLECTION);
        this.snapshots = new SnapshotReads(database);
        this.ranges = ranges;
    }

    @Override
    public Optional<RoomHead> head(RoomId room) {
        return snapshots.head(room);
    }

    @Override
    public Map<EventId, List<Snapshot>> snapshots(Set<EventId> names) {
        return snapshots.chains(names);
    }

    @Override
    public Map<RoomId, EventId> statesAt(Map<RoomId, StreamPosition> positions) {
        return ranges.statesAt(positions);
    }

    @Override
    public Set<RoomId> changedSince(Collection<RoomId> candidates, StreamPosition position) {
        var changed = and(among(candidates), gt(RoomDocument.LAST_POSITION, position.value()));
        return database.call(() -> rooms.find(changed)
                .projection(include(Fields.ID))
                .map(RoomDocument::room)
                .into(new HashSet<>()));
    }

    @Override
    public Map<RoomId, RoomSummary> summaries(Collection<RoomId> wanted) {
        return database.call(() -> {
            var summaries = new HashMap<RoomId, RoomSummary>();
            rooms.find(and(among(wanted), ne(RoomDocument.SUMMARY, null)))
                    .projection(include(RoomDocument.SUMMARY))
                    .forEach(document -> summaries.put(RoomDocument.room(document), RoomDocument.summary(document)));
            return summaries;
        });
    }

    private static Bson among(Collection<RoomId> wanted) {
        return in(Fields.ID, wanted.stream().map(RoomId::toString).toList());
    }
}
