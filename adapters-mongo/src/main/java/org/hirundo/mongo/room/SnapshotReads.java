package org.hirundo.mongo.room;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Reads snapshots with all their bases, with one command unless there is a delta in several parts. */
final class SnapshotReads {

    /** From each named snapshot down to the root, every snapshot once. */
    private static final List<Document> CHAINS = List.of(
            Document.parse("{$project: {base: 1}}"),
            Document.parse("""
                    {$graphLookup: {
                        from: 'snapshots', startWith: '$_id', connectFromField: 'base', connectToField: '_id', as: 'link'}}
                    """),
            Document.parse("{$unwind: '$link'}"),
            Document.parse("{$group: {_id: '$link._id', link: {$first: '$link'}}}"),
            Document.parse("{$replaceRoot: {newRoot: '$link'}}"));

    private static final String LINK = "link";

    /** A room beside each snapshot that makes its state, without its public face. */
    private static final List<Document> HEAD = List.of(
            Document.parse("{$project: {summary: 0, searched: 0}}"),
            Document.parse("""
                    {$graphLookup: {
                        from: 'snapshots', startWith: '$currentState', connectFromField: 'base', connectToField: '_id',
                        as: 'link'}}
                    """),
            Document.parse("{$unwind: {path: '$link', preserveNullAndEmptyArrays: true}}"));

    private final Database database;
    private final MongoCollection<Document> rooms;
    private final MongoCollection<Document> snapshots;
    private final MongoCollection<Document> parts;

    SnapshotReads(Database database) {
        this.database = database;
        this.rooms = database.collection(RoomDocument.COLLECTION);
        this.snapshots = database.collection(SnapshotDocument.COLLECTION);
        this.parts = database.collection(SnapshotDocument.PARTS);
    }

    /** The snapshots of the names, each with its bases, latest first; unknown names are absent. */
    Map<EventId, List<Snapshot>> chains(Set<EventId> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var pipeline = new ArrayList<Document>();
        var texts = names.stream().map(EventId::toString).toList();
        pipeline.add(new Document("$match", new Document(Fields.ID, new Document("$in", texts))));
        pipeline.addAll(CHAINS);
        var links = new HashMap<EventId, Snapshot>();
        database.call(() -> snapshots.aggregate(pipeline).allowDiskUse(true).into(new ArrayList<>()))
                .forEach(document -> links.put(SnapshotDocument.name(document), snapshot(document)));
        var chains = new HashMap<EventId, List<Snapshot>>();
        for (var name : names) {
            if (links.containsKey(name)) {
                chains.put(name, chain(name, links));
            }
        }
        return chains;
    }

    /** The growing end of a room with its state. */
    Optional<RoomHead> head(RoomId room) {
        var pipeline = new ArrayList<Document>();
        pipeline.add(new Document("$match", RoomDocument.id(room)));
        pipeline.addAll(HEAD);
        var found =
                database.call(() -> rooms.aggregate(pipeline).allowDiskUse(true).into(new ArrayList<>()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var links = new HashMap<EventId, Snapshot>();
        for (var document : found) {
            var link = document.get(LINK, Document.class);
            if (link != null) {
                links.put(SnapshotDocument.name(link), snapshot(link));
            }
        }
        var head = found.getFirst();
        return Optional.of(new RoomHead(
                room,
                RoomDocument.version(head),
                head.getLong(RoomDocument.REVISION),
                RoomDocument.forwardExtremities(head),
                RoomDocument.currentState(head).map(name -> chain(name, links)).orElse(List.of())));
    }

    private static List<Snapshot> chain(EventId name, Map<EventId, Snapshot> links) {
        var chain = new ArrayList<Snapshot>();
        for (var next = Optional.of(name);
                next.isPresent();
                next = chain.getLast().base()) {
            chain.add(links.get(next.get()));
        }
        return chain;
    }

    private Snapshot snapshot(Document document) {
        var delta = SnapshotDocument.delta(document);
        return SnapshotDocument.snapshot(
                document, SnapshotDocument.hasMoreParts(document) ? wholeDelta(document, delta) : delta);
    }

    private byte[] wholeDelta(Document document, byte[] firstPart) {
        var delta = new ByteArrayOutputStream();
        delta.writeBytes(firstPart);
        database.run(() -> parts.find(eq(
                        SnapshotDocument.PART_OF,
                        SnapshotDocument.name(document).toString()))
                .sort(ascending(Fields.ID))
                .forEach(part -> delta.writeBytes(SnapshotDocument.delta(part))));
        return delta.toByteArray();
    }
}
