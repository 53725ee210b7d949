package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;

/** Looks through the last children of an event, where the one that is told first may not be told or is no good. */
@Singleton
final class VisibleChildren {

    /** How many children are looked at, so that nobody makes the server look through thousands for each event it shows. */
    private static final int LOOKED_AT = 100;

    private static final Comparator<StoredEvent> BY_TIME = Comparator.<StoredEvent>comparingLong(
                    edit -> edit.event().originServerTs())
            .thenComparing(edit -> edit.id().value());

    private final RelationStore relations;
    private final EventStore events;
    private final Visibility visibility;
    private final UserSettings settings;

    @Inject
    VisibleChildren(RelationStore relations, EventStore events, Visibility visibility, UserSettings settings) {
        this.relations = relations;
        this.events = events;
        this.visibility = visibility;
        this.settings = settings;
    }

    /** The newest valid edit that the user may see. */
    Optional<StoredEvent> newestEdit(UserId user, StoredEvent original, StreamPosition upTo) {
        return lastOf(user, original, RelationType.REPLACE, upTo).stream()
                .filter(edit -> Relation.replaces(edit.event(), original.event()))
                .max(BY_TIME);
    }

    /** The last children with this relation, by users whom the user does not ignore, that the user may see; the last first. */
    List<StoredEvent> lastOf(UserId user, StoredEvent parent, RelationType type, StreamPosition upTo) {
        var ids = relations.related(new RelationRange(
                parent.event().roomId(),
                parent.id(),
                1,
                Optional.of(type),
                Optional.empty(),
                true,
                GraphPosition.END,
                LOOKED_AT));
        var ignored = settings.ignored(user);
        var candidates = events.inOrder(ids).stream()
                .filter(child -> !child.position().isAfter(upTo))
                .filter(child -> !ignored.contains(child.event().sender()))
                .toList();
        return visibility.filter(user, candidates);
    }
}
