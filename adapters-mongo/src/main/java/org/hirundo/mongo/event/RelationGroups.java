package org.hirundo.mongo.event;

import static com.mongodb.client.model.Aggregates.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationSummary;
import org.hirundo.application.port.relation.RelationSummary.ThreadSummary;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.mongo.common.Fields;

/**
 * Sums up the children of events in one aggregation: by parent, type of relation, room, sender and type, which is as many groups as
 * a thread has writers, not as it has messages.
 */
final class RelationGroups {

    /** The types of relation of which anything is told. */
    static final List<String> TOLD =
            List.of(RelationType.REPLACE.value(), RelationType.THREAD.value(), RelationType.REFERENCE.value());

    private static final Document BY_SENDER = Document.parse("""
            {$group: {
                _id: {parent: '$relatesTo', relation: '$relationType', room: '$room', sender: '$sender', type: '$type'},
                count: {$sum: 1},
                newest: {$top: {sortBy: {originServerTs: -1, _id: -1}, output: '$_id'}},
                latest: {$top: {sortBy: {depth: -1, position: -1}, output: {id: '$_id', depth: '$depth', position: '$position'}}},
                references: {$push: {$cond: [
                    {$eq: ['$relationType', 'm.reference']}, {id: '$_id', depth: '$depth', position: '$position'}, '$$REMOVE']}}
            }}
            """);

    private RelationGroups() {}

    static List<Bson> of(Bson filter) {
        return List.of(match(filter), BY_SENDER);
    }

    static Map<EventId, RelationSummary> summaries(
            Collection<Document> groups, Collection<StoredEvent> parents, UserId viewer) {
        var byParent = groups.stream()
                .collect(Collectors.groupingBy(group -> Fields.id(group).getString("parent")));
        var found = new HashMap<EventId, RelationSummary>();
        for (var parent : parents) {
            var children = byParent.getOrDefault(parent.id().value(), List.of()).stream()
                    .filter(group -> is(group, "room", parent.event().roomId().toString()))
                    .toList();
            if (!children.isEmpty()) {
                var summary = new RelationSummary(
                        replacement(of(children, RelationType.REPLACE), parent),
                        thread(of(children, RelationType.THREAD), viewer),
                        references(of(children, RelationType.REFERENCE)));
                if (!summary.isEmpty()) {
                    found.put(parent.id(), summary);
                }
            }
        }
        return found;
    }

    private static boolean is(Document group, String field, String value) {
        return value.equals(Fields.id(group).getString(field));
    }

    private static List<Document> of(List<Document> groups, RelationType type) {
        return groups.stream()
                .filter(group -> is(group, "relation", type.value()))
                .toList();
    }

    private static Optional<EventId> replacement(List<Document> groups, StoredEvent parent) {
        return groups.stream()
                .filter(group -> is(group, "sender", parent.event().sender().toString()))
                .filter(group -> is(group, "type", parent.event().type().value()))
                .findFirst()
                .map(group -> new EventId(group.getString("newest")));
    }

    private static Optional<ThreadSummary> thread(List<Document> groups, UserId viewer) {
        return groups.stream()
                .map(group -> group.get("latest", Document.class))
                .max(Comparator.comparing(RelationGroups::place))
                .map(latest -> new ThreadSummary(
                        groups.stream()
                                .mapToLong(group ->
                                        group.get("count", Number.class).longValue())
                                .sum(),
                        id(latest),
                        groups.stream().anyMatch(group -> is(group, "sender", viewer.toString()))));
    }

    private static List<EventId> references(List<Document> groups) {
        var references = new ArrayList<Document>();
        groups.forEach(group -> references.addAll(group.getList("references", Document.class)));
        references.sort(Comparator.comparing(RelationGroups::place));
        return references.stream().map(RelationGroups::id).toList();
    }

    private static EventId id(Document child) {
        return new EventId(child.getString("id"));
    }

    private static GraphPosition place(Document child) {
        return new GraphPosition(child.getLong("depth"), new StreamPosition(child.getLong("position")));
    }
}
