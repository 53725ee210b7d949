package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.StateMap;

/**
 * The membership events that a client needs to show events, when it loads members lazily.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#lazy-loading-room-members">Lazy-loading room members</a>
 */
@Singleton
public final class ShownMembers {

    private final EventStore events;
    private final States states;
    private final ClientEvents clientEvents;

    @Inject
    ShownMembers(EventStore events, States states, ClientEvents clientEvents) {
        this.events = events;
        this.states = states;
        this.clientEvents = clientEvents;
    }

    /** The membership events of the senders at the latest of these events of one room. */
    public List<ClientEvent> of(List<StoredEvent> shown) {
        var latest = shown.stream().max(Comparator.comparing(StoredEvent::graphPosition));
        if (latest.isEmpty()) {
            return List.of();
        }
        var name = latest.get().stateAfter();
        var state = states.of(Set.of(name)).getOrDefault(name, StateMap.EMPTY);
        var ids = new LinkedHashSet<EventId>();
        for (var event : shown) {
            state.get(new StateTuple(EventType.MEMBER, event.event().sender().toString()))
                    .ifPresent(ids::add);
        }
        return clientEvents.ofState(events.inOrder(ids));
    }
}
