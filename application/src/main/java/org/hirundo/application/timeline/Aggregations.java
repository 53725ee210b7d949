package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.relation.RelationSummary;
import org.hirundo.application.port.relation.RelationSummary.ThreadSummary;
import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.domain.room.Membership;

/**
 * Tells with events what their children come to: the edit that counts, the thread, what refers to them. Children that the reader
 * may not see, or whose senders they ignore, do not count.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#aggregations-of-child-events">Aggregations of child events</a>
 */
@Singleton
public final class Aggregations {

    private static final StreamPosition END = new StreamPosition(Long.MAX_VALUE);

    private final RelationStore relations;
    private final EventStore events;
    private final MembershipStore memberships;
    private final VisibleChildren visibleChildren;
    private final Visibility visibility;
    private final UserSettings settings;
    private final ClientEvents clientEvents;

    @Inject
    public Aggregations(
            RelationStore relations,
            EventStore events,
            MembershipStore memberships,
            VisibleChildren visibleChildren,
            Visibility visibility,
            UserSettings settings,
            ClientEvents clientEvents) {
        this.relations = relations;
        this.events = events;
        this.memberships = memberships;
        this.visibleChildren = visibleChildren;
        this.visibility = visibility;
        this.settings = settings;
        this.clientEvents = clientEvents;
    }

    /** The events as parts of a timeline, in their order, each with what its children come to by now. */
    public List<ClientEvent> bundled(Requester reader, List<StoredEvent> shown) {
        return bundled(reader, shown, shown, END);
    }

    /**
     * The events as parts of a timeline, in their order, some of them with what their children come to.
     *
     * @param parents those of which it is told
     * @param upTo children after this position do not count
     */
    public List<ClientEvent> bundled(
            Requester reader, List<StoredEvent> shown, Collection<StoredEvent> parents, StreamPosition upTo) {
        var view = new View(reader, settings.ignored(reader.user()), upTo);
        return clientEvents.of(reader, shown, bundles(view, parents, true));
    }

    private record View(Requester reader, Set<UserId> ignored, StreamPosition upTo) {

        UserId user() {
            return reader.user();
        }
    }

    /** What the children of the events come to, in the form for clients. State events have no such part. */
    private Map<EventId, JsonObject> bundles(View view, Collection<StoredEvent> candidates, boolean withThreads) {
        var parents = candidates.stream()
                .filter(event -> !event.event().isState())
                .collect(Collectors.toMap(StoredEvent::id, event -> event, (one, _) -> one));
        var summaries = summaries(view, parents.values());
        if (summaries.isEmpty()) {
            return Map.of();
        }
        var visible = visible(view, summaries.values());
        var edits = new HashMap<EventId, StoredEvent>();
        var threads = new HashMap<EventId, SeenThread>();
        parents.forEach((id, parent) -> Optional.ofNullable(summaries.get(id)).ifPresent(summary -> {
            edit(view, parent, summary, visible).ifPresent(edit -> edits.put(id, edit));
            if (withThreads) {
                thread(view, parent, summary, visible).ifPresent(thread -> threads.put(id, thread));
            }
        }));
        var told = told(view, edits.values(), threads.values());
        var bundles = new HashMap<EventId, JsonObject>();
        summaries.forEach((id, summary) -> {
            var bundle = JsonObject.builder();
            Optional.ofNullable(edits.get(id))
                    .map(edit -> told.get(edit.id()))
                    .ifPresent(edit -> bundle.put(RelationType.REPLACE.value(), edit));
            Optional.ofNullable(threads.get(id))
                    .ifPresent(thread -> bundle.put(RelationType.THREAD.value(), thread.toJson(told)));
            var references =
                    summary.references().stream().filter(visible::containsKey).toList();
            if (!references.isEmpty()) {
                bundle.put(RelationType.REFERENCE.value(), references(references));
            }
            var json = bundle.build();
            if (!json.isEmpty()) {
                bundles.put(id, json);
            }
        });
        return bundles;
    }

    /** One question for all events of rooms in which the reader is, and one for each room that they are not in any more. */
    private Map<EventId, RelationSummary> summaries(View view, Collection<StoredEvent> parents) {
        var ends = new HashMap<RoomId, StreamPosition>();
        var byEnd = parents.stream()
                .collect(Collectors.groupingBy(
                        event -> ends.computeIfAbsent(event.event().roomId(), room -> end(view, room))));
        var found = new HashMap<EventId, RelationSummary>();
        byEnd.forEach((end, some) ->
                found.putAll(relations.summaries(some, new RelationViewer(view.user(), view.ignored(), end))));
        return found;
    }

    /** Where the room ends for the reader: what came after they left is not for them. */
    private StreamPosition end(View view, RoomId room) {
        return Optional.ofNullable(memberships.roomsOf(view.user()).get(room))
                .filter(membership -> membership.membership() != Membership.JOIN)
                .filter(membership -> view.upTo().isAfter(membership.since()))
                .map(membership -> membership.since())
                .orElse(view.upTo());
    }

    private Map<EventId, StoredEvent> visible(View view, Collection<RelationSummary> summaries) {
        var children = new HashSet<EventId>();
        for (var summary : summaries) {
            summary.replacement().ifPresent(children::add);
            summary.thread().map(ThreadSummary::latest).ifPresent(children::add);
            children.addAll(summary.references());
        }
        var found = List.copyOf(events.events(children).values());
        return visibility.filter(view.user(), found).stream()
                .collect(Collectors.toMap(StoredEvent::id, event -> event));
    }

    /** The edit that counts. Of a redacted event nothing is left that an edit could replace. */
    private Optional<StoredEvent> edit(
            View view, StoredEvent parent, RelationSummary summary, Map<EventId, StoredEvent> visible) {
        if (parent.redactedBy().isPresent() || summary.replacement().isEmpty()) {
            return Optional.empty();
        }
        return summary.replacement()
                .map(visible::get)
                .filter(edit -> Relation.replaces(edit.event(), parent.event()))
                .or(() -> visibleChildren.newestEdit(
                        view.user(), parent, end(view, parent.event().roomId())));
    }

    /**
     * A thread as it is told.
     *
     * @param latest the last event of it
     */
    private record SeenThread(long count, StoredEvent latest, boolean participated) {

        JsonObject toJson(Map<EventId, JsonObject> told) {
            return JsonObject.builder()
                    .put("latest_event", told.getOrDefault(latest.id(), JsonObject.EMPTY))
                    .put("count", count)
                    .put("current_user_participated", participated)
                    .build();
        }
    }

    private Optional<SeenThread> thread(
            View view, StoredEvent root, RelationSummary summary, Map<EventId, StoredEvent> visible) {
        return summary.thread().flatMap(thread -> {
            var participated = thread.participated() || root.event().sender().equals(view.user());
            var latest = visible.get(thread.latest());
            return latest != null
                    ? Optional.of(new SeenThread(thread.count(), latest, participated))
                    : visiblePart(view, root, participated);
        });
    }

    /** The part of a thread that the reader may see, when its last event is not among it. */
    private Optional<SeenThread> visiblePart(View view, StoredEvent root, boolean participated) {
        var seen = visibleChildren.lastOf(
                view.user(), root, RelationType.THREAD, end(view, root.event().roomId()));
        return seen.stream().findFirst().map(latest -> new SeenThread(seen.size(), latest, participated));
    }

    /** The children that are told whole, each with what its own children come to. */
    private Map<EventId, JsonObject> told(View view, Collection<StoredEvent> edits, Collection<SeenThread> threads) {
        var latest = threads.stream().map(SeenThread::latest).toList();
        var all = new ArrayList<>(edits);
        all.addAll(latest);
        if (all.isEmpty()) {
            return Map.of();
        }
        // What is in a thread is the root of none, so this goes no deeper.
        var bundles = latest.isEmpty() ? Map.<EventId, JsonObject>of() : bundles(view, latest, false);
        return clientEvents.of(view.reader(), all, bundles).stream()
                .collect(Collectors.toMap(ClientEvent::id, ClientEvent::json, (one, _) -> one));
    }

    private static JsonObject references(List<EventId> ids) {
        return JsonObject.of("chunk", JsonArray.of(ids, id -> JsonObject.of("event_id", id.value())));
    }
}
