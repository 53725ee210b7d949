package org.hirundo.application.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.event.Redactions.Redaction;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.domain.relation.RelationType;

/**
 * Redacts what relates to an event that was redacted, the latest first, as far as the requester may redact it. An event that was
 * redacted relates to nothing any more, so doing it again does nothing.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3912">MSC3912: Redaction of related events</a>
 */
@Singleton
final class RelatedRedactions {

    private static final String ALL = "*";
    private static final int PAGE = 100;

    /** What is related beyond that stays: a request must end. */
    private static final int MAX_PAGES = 20;

    private final Redactions redactions;
    private final RelationStore relations;
    private final EventStore events;

    @Inject
    RelatedRedactions(Redactions redactions, RelationStore relations, EventStore events) {
        this.redactions = redactions;
        this.relations = relations;
        this.events = events;
    }

    /**
     * Redacts the children of the target in the same way as itself.
     *
     * @param types the types of relation, where {@code *} means all
     */
    void send(Redaction redaction, Set<String> types) {
        if (types.contains(ALL)) {
            send(redaction, Optional.empty());
        } else {
            types.forEach(type -> send(redaction, Optional.of(new RelationType(type))));
        }
    }

    private void send(Redaction redaction, Optional<RelationType> type) {
        var place = GraphPosition.END;
        for (int page = 0; page < MAX_PAGES; page++) {
            var children = children(redaction, type, place);
            if (children.isEmpty()) {
                return;
            }
            redactions.sendAll(
                    redaction, children.stream().map(StoredEvent::event).toList());
            place = children.getLast().graphPosition();
        }
    }

    private List<StoredEvent> children(Redaction redaction, Optional<RelationType> type, GraphPosition before) {
        var range =
                new RelationRange(redaction.room(), redaction.target(), 1, type, Optional.empty(), true, before, PAGE);
        return events.inOrder(relations.related(range));
    }
}
