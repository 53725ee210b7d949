package org.hirundo.application.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.room.Transactions;
import org.hirundo.domain.error.DuplicateAnnotation;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;

/** What users may not send because of what it relates to. Nothing is read for events that relate to none. */
@Singleton
final class RelationRules {

    private final EventStore events;
    private final RelationStore relations;

    @Inject
    RelationRules(EventStore events, RelationStore relations) {
        this.events = events;
        this.relations = relations;
    }

    /**
     * Refuses what the rules forbid.
     *
     * @throws Unknown when a thread would begin at an event that relates to another one itself
     * @throws DuplicateAnnotation when the requester has annotated the event with the same key already
     */
    void check(SendMessage.Send command) {
        Relation.of(command.content()).ifPresent(relation -> {
            if (relation.is(RelationType.THREAD)) {
                checkRoot(command, relation.parent());
            } else if (relation.is(RelationType.ANNOTATION)) {
                relation.key().ifPresent(key -> checkUnique(command, relation.parent(), key));
            }
        });
    }

    private void checkRoot(SendMessage.Send command, EventId root) {
        var nested = events.events(Set.of(root)).values().stream()
                .map(StoredEvent::event)
                .filter(event -> event.roomId().equals(command.room()))
                .anyMatch(event -> Relation.of(event).isPresent());
        if (nested) {
            throw new Unknown("Cannot start threads from an event with a relation");
        }
    }

    private void checkUnique(SendMessage.Send command, EventId parent, String key) {
        var user = command.requester().user();
        var earlier = relations.annotations(command.room(), parent, user, command.type());
        var same = events.events(earlier).values().stream()
                .filter(event ->
                        Relation.of(event.event()).flatMap(Relation::key).equals(Optional.of(key)))
                .map(StoredEvent::id)
                .toList();
        if (!same.isEmpty() && !isRepeat(command, same)) {
            throw new DuplicateAnnotation("You have annotated the event with this already");
        }
    }

    /** Whether the device sent one of the events in this very transaction, so that it asks only for what it was answered. */
    private boolean isRepeat(SendMessage.Send command, Collection<EventId> sent) {
        var requester = command.requester();
        var path = List.of(command.room(), command.type());
        return events.transactions(requester.user(), requester.device(), Set.copyOf(sent)).entrySet().stream()
                .anyMatch(known -> known.getValue()
                        .equals(Transactions.of(requester, "send", path, command.transaction(), known.getKey())));
    }
}
