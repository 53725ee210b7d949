package org.hirundo.jpa.relation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.relation.RelationSummary;
import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.application.port.relation.ThreadPlace;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Parameters;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.StoredText;
import org.jspecify.annotations.Nullable;

/** Relations, one row for each event that is another one's child. */
public final class JpaRelationStore implements RelationStore {

    private static final String ANNOTATIONS = """
            select r.child from RelationRow r
            where r.parent = ?1 and r.relationType = ?2 and r.room = ?3 and r.sender = ?4 and r.childType = ?5
            """;

    private final Database database;

    /** On this database. */
    public JpaRelationStore(Database database) {
        this.database = database;
    }

    @Override
    public List<EventId> related(RelationRange range) {
        var children = new Children(range);
        var sql = children.sql();
        return database
                .read(manager ->
                        Queries.tuples(manager, sql, children.parameters().values()))
                .stream()
                .map(row -> new EventId(String.valueOf(row[0])))
                .toList();
    }

    @Override
    public Map<EventId, RelationSummary> summaries(Collection<StoredEvent> parents, RelationViewer viewer) {
        return parents.isEmpty() ? Map.of() : database.read(manager -> Summaries.read(manager, parents, viewer));
    }

    @Override
    public List<ThreadPlace> threads(RoomId room, GraphPosition before, RelationViewer viewer, int limit) {
        var parameters = new Parameters();
        var sql = """
                select t.parent, t.depth, t.stream_position from (
                    select r.parent, r.depth, r.stream_position, row_number() over (
                        partition by r.parent order by r.depth desc, r.stream_position desc) as place
                    from relation r where r.thread_room = %s%s) t
                where t.place = 1 and (t.depth < %s or t.depth = %s and t.stream_position < %s)
                order by t.depth desc, t.stream_position desc limit %d
                """.formatted(
                        parameters.add(room.toString()),
                        Views.seenBy(viewer, parameters),
                        parameters.add(before.depth()),
                        parameters.add(before.depth()),
                        parameters.add(before.position().value()),
                        limit);
        return database.read(manager -> Queries.tuples(manager, sql, parameters.values())).stream()
                .map(row -> new ThreadPlace(
                        new EventId(String.valueOf(row[0])),
                        new GraphPosition(number(row[1]), new StreamPosition(number(row[2])))))
                .toList();
    }

    private static long number(@Nullable Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public Set<EventId> annotations(RoomId room, EventId parent, UserId by, EventType type) {
        return database
                .read(manager -> Queries.list(
                        manager,
                        ANNOTATIONS,
                        String.class,
                        parent.value(),
                        RelationType.ANNOTATION.value(),
                        room.toString(),
                        by.toString(),
                        StoredText.of(type.value())))
                .stream()
                .map(EventId::new)
                .collect(Collectors.toSet());
    }
}
