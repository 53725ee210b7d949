package org.hirundo.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hirundo.domain.auth.JudgedEvent;
import org.hirundo.domain.fixture.ForkedRoom;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.room.RoomVersion;

/** What holds of every resolution, and of its parts, whatever happened in the room. */
class StateResolutionProperties {

    @Property(tries = 150)
    void a_resolution_depends_on_neither_the_order_of_states_nor_that_of_entries_nor_that_of_answers(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var resolved = version.resolution().resolve(room.states(), room.events());

        var shuffled = new ArrayList<StateMap>();
        room.states().forEach(state -> shuffled.add(rebuilt(state, chance)));
        Collections.shuffle(shuffled, chance);
        shuffled.add(shuffled.get(chance.nextInt(shuffled.size())));

        assertThat(version.resolution().resolve(shuffled, new ShuffledSource(room.events(), chance)))
                .isEqualTo(resolved);
    }

    @Property(tries = 50)
    void the_resolution_of_one_state_is_that_state(@ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var state = room.states().getLast();

        assertThat(version.resolution().resolve(List.of(state), room.events())).isSameAs(state);
        assertThat(version.resolution().resolve(List.of(state, rebuilt(state, chance)), room.events()))
                .isEqualTo(state);
    }

    @Property(tries = 150)
    void what_all_states_agree_on_stays_and_nothing_comes_from_nowhere(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var resolved = version.resolution().resolve(room.states(), room.events());
        var conflicted = ConflictedState.split(room.states());

        conflicted.unconflicted().forEach((tuple, event) -> assertThat(resolved.get(tuple))
                .contains(event));
        var chains = new HashSet<EventId>();
        room.states().forEach(state -> chains.addAll(chain(state.eventIds(), room)));
        resolved.forEach((tuple, event) -> {
            assertThat(chains).contains(event);
            assertThat(room.branches().getFirst().event(event).stateTuple()).contains(tuple);
        });
    }

    @Property(tries = 150)
    void the_auth_difference_is_what_some_full_auth_chains_have_and_others_have_not(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var inSome = new HashSet<EventId>();
        var inAll = chain(room.states().getFirst().eventIds(), room);
        for (var state : room.states()) {
            var chain = chain(state.eventIds(), room);
            inSome.addAll(chain);
            inAll.retainAll(chain);
        }
        inSome.removeAll(inAll);
        var split = ConflictedState.split(room.states());
        var graph = new AuthGraph(room.events().authChains(split.events()));

        assertThat(AuthDifference.of(split, graph, room.events())).isEqualTo(inSome);
    }

    @Property(tries = 150)
    void the_conflicted_subgraph_is_all_paths_between_conflicted_events(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var split = ConflictedState.split(room.states());
        var conflicted = split.events();
        var graph = new AuthGraph(room.events().authChains(conflicted));

        var onPath = new HashSet<EventId>();
        for (var event : chain(conflicted, room)) {
            // Every event of a chain is below a conflicted one; it is on a path when one is below it, or is itself one.
            if (!Collections.disjoint(chain(Set.of(event), room), conflicted)) {
                onPath.add(event);
            }
        }

        assertThat(ConflictedSubgraph.of(split, graph)).isEqualTo(onPath);
    }

    @Provide
    Arbitrary<RoomVersion> versions() {
        return Arbitraries.of(RoomVersion.V1, RoomVersion.V2, RoomVersion.V6, RoomVersion.V11, RoomVersion.V12);
    }

    /** The events and their auth chains, by the book. */
    private static Set<EventId> chain(Set<EventId> events, ForkedRoom room) {
        var seen = new HashSet<>(events);
        var open = new ArrayDeque<>(events);
        while (!open.isEmpty()) {
            for (var cited : room.branches().getFirst().event(open.remove()).authEvents()) {
                if (seen.add(cited)) {
                    open.add(cited);
                }
            }
        }
        return seen;
    }

    private static StateMap rebuilt(StateMap state, Random chance) {
        var entries = new ArrayList<StateMap.Entry>();
        state.iterator().forEachRemaining(entries::add);
        Collections.shuffle(entries, chance);
        var map = new LinkedHashMap<StateTuple, EventId>();
        entries.forEach(entry -> map.put(entry.tuple(), entry.event()));
        return StateMap.of(map);
    }

    /** Gives the answers of another source in any order. */
    private record ShuffledSource(EventSource source, Random chance) implements EventSource {

        @Override
        public Map<EventId, JudgedEvent> events(Set<EventId> ids) {
            return shuffled(source.events(ids));
        }

        @Override
        public Map<EventId, List<EventId>> authChains(Set<EventId> events) {
            return shuffled(source.authChains(events));
        }

        private <V> Map<EventId, V> shuffled(Map<EventId, V> answers) {
            var ids = new ArrayList<>(answers.keySet());
            Collections.shuffle(ids, chance);
            var shuffled = new LinkedHashMap<EventId, V>();
            ids.forEach(id -> shuffled.put(id, answers.get(id)));
            return shuffled;
        }
    }
}
