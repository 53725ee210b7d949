package org.hirundo.domain.sync;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.StateMap;

/**
 * Which state of a room a client of sliding sync wants. Those of several lists and subscriptions are combined by keeping each: a
 * state event is wanted when one of them wants it.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186, RequiredStateRequest</a>
 */
public record RequiredState(Set<Selection> selections) {

    /** No state at all. */
    public static final RequiredState NOTHING = new RequiredState(Set.of());

    public RequiredState {
        selections = Set.copyOf(selections);
    }

    /** What a client named at one place. */
    public static RequiredState of(Collection<Element> include, Collection<Element> exclude, boolean lazyMembers) {
        return new RequiredState(Set.of(new Selection(Set.copyOf(include), Set.copyOf(exclude), lazyMembers)));
    }

    /**
     * A part of a state.
     *
     * @param type the type of its events; empty for all
     * @param stateKey their state key; empty for all
     */
    public record Element(Optional<EventType> type, Optional<String> stateKey) {

        boolean matches(StateTuple tuple) {
            return (type.isEmpty() || type.get().equals(tuple.type()))
                    && (stateKey.isEmpty() || stateKey.get().equals(tuple.stateKey()));
        }

        private Optional<StateTuple> tuple() {
            return type.flatMap(named -> stateKey.map(key -> new StateTuple(named, key)));
        }

        private boolean matchesAllMembers() {
            return stateKey.isEmpty() && (type.isEmpty() || type.get().equals(EventType.MEMBER));
        }
    }

    /**
     * What is named at one place: all that is included and not excluded.
     *
     * @param lazyMembers whether, of the memberships, those alone are included that are named by their state key; the others come
     *     with the events of whose senders they are
     */
    public record Selection(Set<Element> include, Set<Element> exclude, boolean lazyMembers) {

        private boolean includes(StateTuple tuple) {
            boolean onlyNamed = lazyMembers && tuple.type().equals(EventType.MEMBER);
            return include.stream()
                            .anyMatch(element -> element.matches(tuple)
                                    && !(onlyNamed && element.stateKey().isEmpty()))
                    && exclude.stream().noneMatch(element -> element.matches(tuple));
        }

        private boolean includesAllMembers() {
            return !lazyMembers && include.stream().anyMatch(Element::matchesAllMembers);
        }
    }

    /** What this or the other wants. */
    public RequiredState with(RequiredState other) {
        if (selections.containsAll(other.selections)) {
            return this;
        }
        var both = new LinkedHashSet<>(selections);
        both.addAll(other.selections);
        return new RequiredState(both);
    }

    /** Whether nothing is wanted that the other does not want; when it cannot be told easily, no. */
    public boolean isWithin(RequiredState other) {
        return other.selections.containsAll(selections);
    }

    /** Whether state of this tuple is wanted. */
    public boolean includes(StateTuple tuple) {
        return selections.stream().anyMatch(selection -> selection.includes(tuple));
    }

    /** Whether the memberships of those who sent the shown events are wanted, because not all memberships are. */
    public boolean lazyMembers() {
        return selections.stream().anyMatch(Selection::lazyMembers)
                && selections.stream().noneMatch(Selection::includesAllMembers);
    }

    /** What is wanted of the state. Costs as much as is named, and a walk through the state only where not all is named in full. */
    public Map<StateTuple, EventId> select(StateMap state) {
        var selected = new HashMap<StateTuple, EventId>();
        var elements = selections.stream()
                .flatMap(selection -> selection.include().stream())
                .toList();
        if (elements.stream().allMatch(element -> element.tuple().isPresent())) {
            for (var element : elements) {
                var tuple = element.tuple().orElseThrow();
                if (includes(tuple)) {
                    state.get(tuple).ifPresent(event -> selected.put(tuple, event));
                }
            }
        } else {
            state.forEach((tuple, event) -> {
                if (includes(tuple)) {
                    selected.put(tuple, event);
                }
            });
        }
        return selected;
    }
}
