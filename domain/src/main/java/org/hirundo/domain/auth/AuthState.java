package org.hirundo.domain.auth;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;

/**
 * The part of a room's state that the authorisation rules look at. For one event they ask for nothing beyond {@link
 * AuthRules#authTypesFor} and the create event, so that is all a state has to hold.
 */
public interface AuthState {

    /** The event in force for the tuple. */
    Optional<Event> get(StateTuple tuple);

    /** The event that created the room. In room version 12 it belongs to every state without being an auth event. */
    default Optional<Event> create() {
        return get(new StateTuple(EventType.CREATE, ""));
    }

    /** The state that these state events make up; of two with the same tuple the later is in force. */
    static AuthState of(Collection<Event> events) {
        var byTuple = new HashMap<StateTuple, Event>();
        for (var event : events) {
            event.stateTuple().ifPresent(tuple -> byTuple.put(tuple, event));
        }
        return of(byTuple);
    }

    /** The state of this map. The map is not copied. */
    static AuthState of(Map<StateTuple, Event> events) {
        return tuple -> Optional.ofNullable(events.get(tuple));
    }
}
