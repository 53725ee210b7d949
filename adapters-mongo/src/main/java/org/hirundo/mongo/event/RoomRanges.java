package org.hirundo.mongo.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.mongo.common.Database;

/**
 * Reads the ends of ranges of many rooms with one command: the rooms go in as documents, and for each of them the server
 * walks down the index of room and position, no further than asked.
 */
public final class RoomRanges {

    private static final Document IN_RANGE = Document.parse("""
            {$match: {$expr: {$and: [
                {$eq: ['$room', '$$room']}, {$gt: ['$position', '$$after']}, {$lte: ['$position', '$$upTo']}]}}}
            """);

    private static final Document NEWEST_FIRST = Document.parse("{$sort: {room: -1, position: -1}}");

    private static final Document ACCEPTED =
            new Document("$match", new Document(EventDocument.STANDING, Standing.ACCEPTED.name()));

    private static final Document STATE_NAMES = new Document(
            "$project",
            new Document(EventDocument.ROOM, 1)
                    .append(EventDocument.STATE_AFTER, 1)
                    .append(EventDocument.ROOM_STATE, 1));

    private final Database database;

    /** On this database. */
    public RoomRanges(Database database) {
        this.database = database;
    }

    /** The newest accepted events of each range, oldest first; rooms without are absent. */
    Map<RoomId, List<StoredEvent>> timelines(Map<RoomId, TimelineRange> ranges) {
        int limit =
                ranges.values().stream().mapToInt(TimelineRange::limit).max().orElse(0);
        if (limit == 0) {
            return Map.of();
        }
        var questions = new ArrayList<Document>();
        ranges.forEach((room, range) -> questions.add(question(room, range.after(), range.upTo())));
        var stages = ofEach(IN_RANGE, ACCEPTED, NEWEST_FIRST, limit(limit));
        var newestFirst = new HashMap<RoomId, List<StoredEvent>>();
        for (var document : database.ask(questions, stages)) {
            var event = EventDocument.event(document);
            newestFirst
                    .computeIfAbsent(event.event().roomId(), room -> new ArrayList<>())
                    .add(event);
        }
        // On the way here the limit is the same for all rooms: a stage takes none that differ.
        var timelines = new HashMap<RoomId, List<StoredEvent>>();
        newestFirst.forEach((room, events) -> Optional.ofNullable(ranges.get(room))
                .map(range -> events.subList(0, Math.min(range.limit(), events.size())))
                .filter(newest -> !newest.isEmpty())
                .ifPresent(newest -> timelines.put(room, newest.reversed())));
        return timelines;
    }

    /** The snapshot that was each room's current state at the position; rooms that did not exist then are absent. */
    public Map<RoomId, EventId> statesAt(Map<RoomId, StreamPosition> positions) {
        if (positions.isEmpty()) {
            return Map.of();
        }
        var questions = new ArrayList<Document>();
        positions.forEach((room, position) -> questions.add(question(room, StreamPosition.START, position)));
        var states = new HashMap<RoomId, EventId>();
        for (var document : database.ask(questions, ofEach(IN_RANGE, NEWEST_FIRST, limit(1), STATE_NAMES))) {
            states.put(new RoomId(document.getString(EventDocument.ROOM)), EventDocument.roomState(document));
        }
        return states;
    }

    private static Document question(RoomId room, StreamPosition after, StreamPosition upTo) {
        return new Document("room", room.toString())
                .append("after", after.value())
                .append("upTo", upTo.value());
    }

    private static Document limit(int limit) {
        return new Document("$limit", limit);
    }

    /** What the stages make of the events of each room, one document each. */
    private static List<Document> ofEach(Document... stages) {
        var lookup = new Document("from", EventDocument.COLLECTION)
                .append("let", Document.parse("{room: '$room', after: '$after', upTo: '$upTo'}"))
                .append("pipeline", List.of(stages))
                .append("as", "event");
        return List.of(
                new Document("$lookup", lookup),
                Document.parse("{$unwind: '$event'}"),
                Document.parse("{$replaceRoot: {newRoot: '$event'}}"));
    }
}
