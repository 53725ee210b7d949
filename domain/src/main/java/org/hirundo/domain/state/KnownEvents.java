package org.hirundo.domain.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.auth.JudgedEvent;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.room.PowerLevels;

/**
 * The events of one resolution. Each is asked of the source once; steps that will read many {@linkplain #load load} them
 * together first.
 */
final class KnownEvents {

    private final EventSource source;
    private final Map<EventId, JudgedEvent> known = new HashMap<>();
    private final Set<EventId> asked = new HashSet<>();
    private final Event create;

    /**
     * Nothing but the room's create event.
     *
     * @throws MissingEvents if the source does not have it
     * @throws IllegalArgumentException if none of the states has one
     */
    KnownEvents(EventSource source, List<StateMap> states) {
        this.source = source;
        var id = states.stream()
                .flatMap(state -> state.get(EventType.CREATE).stream())
                // States of one room have the same; if a server made two of them, no order of states may decide.
                .min(Comparator.comparing(EventId::value))
                .orElseThrow(() -> new IllegalArgumentException("No state has a create event"));
        require(Set.of(id));
        this.create = event(id).orElseThrow();
    }

    /** Asks for those of the events that were not asked for yet, all at once. */
    void load(Collection<EventId> ids) {
        var wanted = new HashSet<EventId>();
        for (var id : ids) {
            if (asked.add(id)) {
                wanted.add(id);
            }
        }
        if (!wanted.isEmpty()) {
            known.putAll(source.events(wanted));
        }
    }

    /**
     * Makes sure that the source has all of these.
     *
     * @throws MissingEvents if it has not
     */
    void require(Set<EventId> ids) {
        load(ids);
        if (!known.keySet().containsAll(ids)) {
            var missing = new HashSet<>(ids);
            missing.removeAll(known.keySet());
            throw new MissingEvents(missing);
        }
    }

    /** The event that created the room. */
    Event create() {
        return create;
    }

    /** The event, if the source has it. */
    Optional<Event> event(EventId id) {
        load(Set.of(id));
        return Optional.ofNullable(known.get(id)).map(JudgedEvent::event);
    }

    /** Those of the events that the source has. */
    List<Event> events(Collection<EventId> ids) {
        load(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(JudgedEvent::event)
                .toList();
    }

    /** What the event cites, as far as the source has it. */
    List<JudgedEvent> authEvents(Event event) {
        var ids = event.authEvents();
        load(ids);
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** The power levels event that the event cites. */
    Optional<Event> powerLevelsOf(Event event) {
        return authEvents(event).stream()
                .map(JudgedEvent::event)
                .filter(cited -> cited.isState(EventType.POWER_LEVELS, ""))
                .findFirst();
    }

    /** The power level of the event's sender, going by what the event cites. */
    long senderLevel(Event event) {
        return PowerLevels.of(create, powerLevelsOf(event)).levelOf(event.sender());
    }
}
