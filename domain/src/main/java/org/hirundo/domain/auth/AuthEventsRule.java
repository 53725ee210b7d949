package org.hirundo.domain.auth;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;

/**
 * Rule 2, 3 in room version 12: what an event may cite as {@code auth_events}. It depends on the event alone and on what
 * it cites, so it is asked once, on receipt.
 */
record AuthEventsRule(AuthEventsSelection selection) {

    static final String NAME = "auth_events";

    /**
     * Why the event may not cite what it cites, if so.
     *
     * @param known the events it cites, as far as this server knows them
     */
    Optional<String> objection(Event event, Map<EventId, JudgedEvent> known) {
        var selectable = selection.tuples(event.sender(), event.type(), event.stateKey(), event.content());
        var cited = new HashSet<StateTuple>();
        for (var id : event.authEvents()) {
            var entry = known.get(id);
            if (entry == null) {
                return Optional.of("It cites " + id + ", which is not known");
            }
            var objection = objection(event, entry, selectable, cited);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return selection.create() && !cited.contains(new StateTuple(EventType.CREATE, ""))
                ? Optional.of("It does not cite the create event")
                : Optional.empty();
    }

    private static Optional<String> objection(
            Event event, JudgedEvent entry, Set<StateTuple> selectable, Set<StateTuple> cited) {
        var authEvent = entry.event();
        var tuple = authEvent.stateTuple();
        if (tuple.isEmpty() || !selectable.contains(tuple.get())) {
            return Optional.of("It cites " + authEvent.id() + ", which does not bear on it");
        }
        if (!cited.add(tuple.get())) {
            return Optional.of("It cites two events for " + tuple.get());
        }
        if (entry.rejected()) {
            return Optional.of("It cites " + authEvent.id() + ", which was rejected");
        }
        return authEvent.roomId().equals(event.roomId())
                ? Optional.empty()
                : Optional.of("It cites " + authEvent.id() + ", which is of another room");
    }
}
