package org.hirundo.mongo.event;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.relation.RelationSummary;
import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.application.port.relation.ThreadPlace;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Relations, which the documents of the events tell. */
public final class MongoRelationStore implements RelationStore {

    /** The index on what events relate to holds those only that relate to something; a query has to say that it knows. */
    private static final Bson RELATED = type(EventDocument.RELATES_TO, BsonType.STRING);

    private static final Bson IN_THREAD = type(EventDocument.THREAD_ROOT, BsonType.STRING);
    private static final Bson ACCEPTED = eq(EventDocument.STANDING, Standing.ACCEPTED.name());

    private final Database database;
    private final MongoCollection<Document> events;

    /** On this database. */
    public MongoRelationStore(Database database) {
        this.database = database;
        this.events = database.collection(EventDocument.COLLECTION);
    }

    @Override
    public List<EventId> related(RelationRange range) {
        var order = range.backwards()
                ? descending(EventDocument.DEPTH, EventDocument.POSITION)
                : ascending(EventDocument.DEPTH, EventDocument.POSITION);
        return database.call(() -> events.find(and(wanted(range, parents(range)), within(range)))
                .projection(include(Fields.ID))
                .sort(order)
                .limit(range.limit())
                .map(MongoRelationStore::id)
                .into(new ArrayList<>()));
    }

    /** Whose children are wanted: the parent, and its wanted descendants on all levels but the last. */
    private Set<String> parents(RelationRange range) {
        var parents = new HashSet<String>();
        var level = Set.of(range.parent().value());
        for (int number = 1; number < range.levels() && !level.isEmpty(); number++) {
            parents.addAll(level);
            var filter = wanted(range, level);
            level = database.call(() -> events.find(filter)
                    .projection(include(Fields.ID))
                    .map(document -> document.getString(Fields.ID))
                    .into(new HashSet<>()));
        }
        parents.addAll(level);
        return parents;
    }

    private static Bson wanted(RelationRange range, Set<String> parents) {
        var filters = new ArrayList<>(List.of(
                in(EventDocument.RELATES_TO, parents),
                RELATED,
                eq(EventDocument.ROOM, range.room().toString()),
                ACCEPTED));
        range.relation().ifPresent(relation -> filters.add(eq(EventDocument.RELATION_TYPE, relation.value())));
        range.type().ifPresent(type -> filters.add(eq(EventDocument.TYPE, type.value())));
        return and(filters);
    }

    private static Bson within(RelationRange range) {
        long depth = range.place().depth();
        long position = range.place().position().value();
        return range.backwards()
                ? before(range.place())
                : or(
                        gt(EventDocument.DEPTH, depth),
                        and(eq(EventDocument.DEPTH, depth), gte(EventDocument.POSITION, position)));
    }

    private static Bson before(GraphPosition place) {
        return or(
                lt(EventDocument.DEPTH, place.depth()),
                and(
                        eq(EventDocument.DEPTH, place.depth()),
                        lt(EventDocument.POSITION, place.position().value())));
    }

    @Override
    public Map<EventId, RelationSummary> summaries(Collection<StoredEvent> parents, RelationViewer viewer) {
        if (parents.isEmpty()) {
            return Map.of();
        }
        var filter = and(
                in(
                        EventDocument.RELATES_TO,
                        parents.stream()
                                .map(parent -> parent.id().value())
                                .distinct()
                                .toList()),
                RELATED,
                ACCEPTED,
                in(EventDocument.RELATION_TYPE, RelationGroups.TOLD),
                seenBy(viewer));
        var groups =
                database.call(() -> events.aggregate(RelationGroups.of(filter)).into(new ArrayList<>()));
        return RelationGroups.summaries(groups, parents, viewer.user());
    }

    private static Bson seenBy(RelationViewer viewer) {
        var upTo = lte(EventDocument.POSITION, viewer.upTo().value());
        return viewer.ignored().isEmpty()
                ? upTo
                : and(
                        upTo,
                        nin(
                                EventDocument.SENDER,
                                viewer.ignored().stream().map(UserId::toString).toList()));
    }

    @Override
    public List<ThreadPlace> threads(RoomId room, GraphPosition before, RelationViewer viewer, int limit) {
        var ofRoom = and(eq(EventDocument.ROOM, room.toString()), IN_THREAD, ACCEPTED, seenBy(viewer));
        var newestFirst = descending(EventDocument.DEPTH, EventDocument.POSITION);
        var pipeline = List.of(
                match(ofRoom),
                sort(newestFirst),
                group(
                        "$" + EventDocument.THREAD_ROOT,
                        first(EventDocument.DEPTH, "$" + EventDocument.DEPTH),
                        first(EventDocument.POSITION, "$" + EventDocument.POSITION)),
                match(before(before)),
                sort(newestFirst),
                Aggregates.limit(limit));
        return database.call(() -> events.aggregate(pipeline)
                .map(document -> new ThreadPlace(
                        id(document),
                        new GraphPosition(
                                document.getLong(EventDocument.DEPTH),
                                new StreamPosition(document.getLong(EventDocument.POSITION)))))
                .into(new ArrayList<>()));
    }

    @Override
    public Set<EventId> annotations(RoomId room, EventId parent, UserId by, EventType annotation) {
        var filter = and(
                eq(EventDocument.RELATES_TO, parent.value()),
                RELATED,
                eq(EventDocument.RELATION_TYPE, RelationType.ANNOTATION.value()),
                eq(EventDocument.ROOM, room.toString()),
                ACCEPTED,
                eq(EventDocument.SENDER, by.toString()),
                eq(EventDocument.TYPE, annotation.value()));
        return database.call(() -> events.find(filter)
                .projection(include(Fields.ID))
                .map(MongoRelationStore::id)
                .into(new HashSet<>()));
    }

    private static EventId id(Document document) {
        return new EventId(document.getString(Fields.ID));
    }
}
