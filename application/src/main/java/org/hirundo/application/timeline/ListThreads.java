package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.relation.RelationSummary;
import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.application.port.relation.ThreadPlace;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;

/**
 * Lists the threads of a room by their roots, that with the latest event first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1roomsroomidthreads">GET …/threads</a>
 */
@Singleton
public final class ListThreads {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    /** How many threads are looked at before the client is asked to come again, so that no request takes long. */
    private static final int MAX_LOOKED_AT = 1000;

    private static final int BATCH = 100;

    private final Standpoints standpoints;
    private final RoomTokens tokens;
    private final RelationStore relations;
    private final EventStore events;
    private final Visibility visibility;
    private final UserSettings settings;
    private final Aggregations aggregations;

    @Inject
    public ListThreads(
            Standpoints standpoints,
            RoomTokens tokens,
            RelationStore relations,
            EventStore events,
            Visibility visibility,
            UserSettings settings,
            Aggregations aggregations) {
        this.standpoints = standpoints;
        this.tokens = tokens;
        this.relations = relations;
        this.events = events;
        this.visibility = visibility;
        this.settings = settings;
        this.aggregations = aggregations;
    }

    /**
     * What is wanted.
     *
     * @param participated whether only threads are wanted that the requester began or wrote in
     */
    public record Wanted(
            Requester requester, RoomId room, boolean participated, OptionalInt limit, Optional<String> from) {}

    /**
     * A part of the list.
     *
     * @param next where to go on; empty when there is nothing more
     */
    public record Page(List<ClientEvent> chunk, Optional<String> next) {}

    /**
     * Lists the threads.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester may not look at the room
     * @throws InvalidParam when the token is none of ours, or the limit less than one
     */
    public Page list(Wanted wanted) {
        int limit = Math.min(wanted.limit().orElse(DEFAULT_LIMIT), MAX_LIMIT);
        if (limit < 1) {
            throw new InvalidParam("The limit must be greater than zero");
        }
        var user = wanted.requester().user();
        var viewer = new RelationViewer(user, settings.ignored(user), end(standpoints.of(user, wanted.room())));
        var place =
                wanted.from().map(token -> tokens.graph(wanted.room(), token)).orElse(GraphPosition.END);
        var roots = new ArrayList<StoredEvent>();
        int lookedAt = 0;
        boolean more = true;
        while (more && roots.size() < limit && lookedAt < MAX_LOOKED_AT) {
            var batch = relations.threads(wanted.room(), place, viewer, BATCH);
            var shown = shown(wanted, viewer, batch);
            more = batch.size() == BATCH;
            for (var thread : batch) {
                if (roots.size() == limit) {
                    more = true;
                    break;
                }
                place = thread.latest();
                Optional.ofNullable(shown.get(thread.root())).ifPresent(roots::add);
            }
            lookedAt += batch.size();
        }
        var visible = roots.stream().map(root -> hidingIgnored(root, viewer)).toList();
        return new Page(
                aggregations.bundled(wanted.requester(), visible),
                more ? Optional.of(GraphToken.of(place).toString()) : Optional.empty());
    }

    private static StreamPosition end(Standpoint standpoint) {
        return standpoint instanceof Standpoint.FormerMember former
                ? former.left().position()
                : GraphPosition.END.position();
    }

    /** The roots that are to be shown, by their ids. */
    private Map<EventId, StoredEvent> shown(Wanted wanted, RelationViewer viewer, List<ThreadPlace> threads) {
        var found = events.events(threads.stream().map(ThreadPlace::root).collect(Collectors.toSet()));
        var candidates = found.values().stream()
                .filter(root -> root.event().roomId().equals(wanted.room()))
                .toList();
        var visible = visibility.filter(viewer.user(), candidates);
        var participated = wanted.participated() ? participated(visible, viewer) : Set.<EventId>of();
        return visible.stream()
                .filter(root -> !wanted.participated() || participated.contains(root.id()))
                .collect(Collectors.toMap(StoredEvent::id, root -> root));
    }

    private Set<EventId> participated(List<StoredEvent> roots, RelationViewer viewer) {
        var summaries = relations.summaries(roots, viewer);
        return roots.stream()
                .filter(root -> root.event().sender().equals(viewer.user())
                        || Optional.ofNullable(summaries.get(root.id()))
                                .flatMap(RelationSummary::thread)
                                .filter(thread -> thread.participated())
                                .isPresent())
                .map(StoredEvent::id)
                .collect(Collectors.toSet());
    }

    /** What an ignored user began is shown as if it were redacted: the thread goes on, and others' words in it are shown. */
    private static StoredEvent hidingIgnored(StoredEvent root, RelationViewer viewer) {
        if (!viewer.ignored().contains(root.event().sender())) {
            return root;
        }
        var version = root.event().roomVersion();
        return new StoredEvent(
                version.redaction().apply(root.event()),
                root.position(),
                root.standing(),
                root.stateAfter(),
                root.replacesState(),
                root.redactedBy());
    }
}
