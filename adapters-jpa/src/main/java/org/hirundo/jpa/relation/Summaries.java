package org.hirundo.jpa.relation;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationSummary;
import org.hirundo.application.port.relation.RelationSummary.ThreadSummary;
import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Parameters;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.StoredText;
import org.jspecify.annotations.Nullable;

/** Sums up the children of events: three queries, one for each type of relation of which anything is told. */
final class Summaries {

    private final EntityManager manager;
    private final RelationViewer viewer;
    private final Map<EventId, StoredEvent> parents;
    private final Map<EventId, EventId> replacements = new HashMap<>();
    private final Map<EventId, ThreadSummary> threads = new HashMap<>();
    private final Map<EventId, List<EventId>> references = new HashMap<>();

    private Summaries(EntityManager manager, Collection<StoredEvent> parents, RelationViewer viewer) {
        this.manager = manager;
        this.viewer = viewer;
        this.parents = parents.stream().collect(Collectors.toMap(StoredEvent::id, event -> event, (one, _) -> one));
    }

    static Map<EventId, RelationSummary> read(
            EntityManager manager, Collection<StoredEvent> parents, RelationViewer viewer) {
        var summaries = new Summaries(manager, parents, viewer);
        return summaries.read();
    }

    private Map<EventId, RelationSummary> read() {
        readReplacements();
        readThreads();
        readReferences();
        var found = new HashMap<EventId, RelationSummary>();
        for (var id : parents.keySet()) {
            var summary = new RelationSummary(
                    Optional.ofNullable(replacements.get(id)),
                    Optional.ofNullable(threads.get(id)),
                    references.getOrDefault(id, List.of()));
            if (!summary.isEmpty()) {
                found.put(id, summary);
            }
        }
        return found;
    }

    private void readReplacements() {
        var rows = ask((parameters, some) -> """
                select t.parent, t.room, t.child, t.sender, t.child_type from (
                    select r.parent, r.room, r.child, r.sender, r.child_type, row_number() over (
                        partition by r.parent, r.room, r.sender, r.child_type
                        order by r.origin_server_ts desc, r.child desc) as place
                    from relation r where %s) t
                where t.place = 1
                """.formatted(where(RelationType.REPLACE, some, parameters)));
        for (var row : rows) {
            parent(row)
                    .filter(parent -> parent.event().sender().toString().equals(row[3]))
                    .filter(parent ->
                            StoredText.of(parent.event().type().value()).equals(row[4]))
                    .ifPresent(parent -> replacements.put(parent.id(), child(row)));
        }
    }

    private void readThreads() {
        var rows = ask((parameters, some) ->
                """
                select t.parent, t.room, t.child, t.members, t.own from (
                    select r.parent, r.room, r.child,
                        count(*) over (partition by r.parent, r.room) as members,
                        sum(case when r.sender = %s then 1 else 0 end) over (partition by r.parent, r.room) as own,
                        row_number() over (
                            partition by r.parent, r.room order by r.depth desc, r.stream_position desc) as place
                    from relation r where %s) t
                where t.place = 1
                """.formatted(parameters.add(viewer.user().toString()), where(RelationType.THREAD, some, parameters)));
        for (var row : rows) {
            parent(row).ifPresent(parent -> {
                boolean participated = number(row[4]) > 0;
                threads.put(parent.id(), new ThreadSummary(number(row[3]), child(row), participated));
            });
        }
    }

    private void readReferences() {
        var rows = ask((parameters, some) -> """
                select r.parent, r.room, r.child from relation r where %s order by r.depth, r.stream_position
                """.formatted(where(RelationType.REFERENCE, some, parameters)));
        for (var row : rows) {
            parent(row).ifPresent(parent -> references
                    .computeIfAbsent(parent.id(), _ -> new ArrayList<>())
                    .add(child(row)));
        }
    }

    private List<@Nullable Object[]> ask(BiFunction<Parameters, List<String>, String> query) {
        return Batches.ask(Ids.of(parents.keySet()), some -> {
            var parameters = new Parameters();
            var sql = query.apply(parameters, some);
            return Queries.tuples(manager, sql, parameters.values());
        });
    }

    private String where(RelationType type, List<String> some, Parameters parameters) {
        return "r.parent in (" + parameters.addAll(some) + ") and r.relation_type = " + parameters.add(type.value())
                + Views.seenBy(viewer, parameters);
    }

    /** The parent that the first two columns name, provided that it is in the child's room. */
    private Optional<StoredEvent> parent(@Nullable Object[] row) {
        return Optional.ofNullable(row[0])
                .map(id -> parents.get(new EventId(id.toString())))
                .filter(parent -> parent.event().roomId().toString().equals(row[1]));
    }

    private static EventId child(@Nullable Object[] row) {
        return new EventId(String.valueOf(row[2]));
    }

    private static long number(@Nullable Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }
}
