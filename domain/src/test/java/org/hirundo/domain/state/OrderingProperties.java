package org.hirundo.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.fixture.ForkedRoom;
import org.hirundo.domain.fixture.RoomFixture;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.room.PowerLevels;
import org.hirundo.domain.room.RoomVersion;

/** The two orderings of state resolution, compared with their definitions followed to the letter. */
class OrderingProperties {

    @Property(tries = 200)
    void the_power_ordering_is_the_smallest_of_all_topological_orderings(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var events = someOf(room, chance, 6);

        assertThat(new ReverseTopologicalPowerOrder(graph(room, events), known(room)).sort(events))
                .isEqualTo(smallest(topologicalOrderings(events, room), room));
    }

    @Property(tries = 200)
    void the_mainline_ordering_is_as_defined(@ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var events = someOf(room, chance, 20);
        var levels = room.branches().getLast().current(EventType.POWER_LEVELS);

        var expected = events.stream()
                .sorted(Comparator.<Event>comparingInt(event -> mainlinePosition(event, levels, room))
                        .reversed()
                        .thenComparingLong(Event::originServerTs)
                        .thenComparing(event -> event.id().value()))
                .toList();

        assertThat(new MainlineOrder(Optional.of(levels), known(room)).sort(events))
                .isEqualTo(expected);
    }

    @Property(tries = 50)
    void without_levels_the_mainline_ordering_goes_by_time(
            @ForAll("versions") RoomVersion version, @ForAll Random chance) {
        var room = ForkedRoom.random(version, chance);
        var events = someOf(room, chance, 20);

        assertThat(new MainlineOrder(Optional.empty(), known(room)).sort(events))
                .isSortedAccordingTo(Comparator.comparingLong(Event::originServerTs));
    }

    @Provide
    Arbitrary<RoomVersion> versions() {
        return Arbitraries.of(RoomVersion.V2, RoomVersion.V11, RoomVersion.V12);
    }

    private static KnownEvents known(ForkedRoom room) {
        return new KnownEvents(room.events(), room.states());
    }

    private static AuthGraph graph(ForkedRoom room, Collection<Event> events) {
        var ids = new HashSet<EventId>();
        events.forEach(event -> ids.add(event.id()));
        return new AuthGraph(room.events().authChains(ids));
    }

    private static List<Event> someOf(ForkedRoom room, Random chance, int atMost) {
        var ids = new HashSet<EventId>();
        for (var state : room.states()) {
            ids.addAll(room.events().authChains(state.eventIds()).keySet());
        }
        var events = new ArrayList<Event>();
        ids.stream().sorted(Comparator.comparing(EventId::value)).forEach(id -> events.add(event(room, id)));
        Collections.shuffle(events, chance);
        return events.subList(0, Math.min(atMost, events.size()));
    }

    private static Event event(ForkedRoom room, EventId id) {
        RoomFixture branch = room.branches().getFirst();
        return branch.event(id);
    }

    /** "All topological orderings": in none does an event come before one of its auth chain. */
    private static List<List<Event>> topologicalOrderings(Collection<Event> events, ForkedRoom room) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var orderings = new ArrayList<List<Event>>();
        for (var first : events) {
            var others = new ArrayList<>(events);
            others.remove(first);
            var chain = graph(room, List.of(first)).withAuthChains(first.authEvents());
            if (others.stream().noneMatch(other -> chain.contains(other.id()))) {
                for (var rest : topologicalOrderings(others, room)) {
                    var ordering = new ArrayList<Event>();
                    ordering.add(first);
                    ordering.addAll(rest);
                    orderings.add(ordering);
                }
            }
        }
        return orderings;
    }

    private static List<Event> smallest(List<List<Event>> orderings, ForkedRoom room) {
        var smaller = Comparator.<Event>comparingLong(event -> senderLevel(event, room))
                .reversed()
                .thenComparingLong(Event::originServerTs)
                .thenComparing(event -> event.id().value());
        return Collections.min(orderings, (one, other) -> {
            for (int i = 0; i < one.size(); i++) {
                int order = smaller.compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
    }

    private static long senderLevel(Event event, ForkedRoom room) {
        var create = room.branches().getFirst().current(EventType.CREATE);
        return PowerLevels.of(create, levelsCited(event, room)).levelOf(event.sender());
    }

    private static Optional<Event> levelsCited(Event event, ForkedRoom room) {
        return event.authEvents().stream()
                .map(id -> event(room, id))
                .filter(cited -> cited.isState(EventType.POWER_LEVELS, ""))
                .findFirst();
    }

    private static int mainlinePosition(Event event, Event levels, ForkedRoom room) {
        var mainline = new ArrayList<Event>();
        for (var next = Optional.of(levels); next.isPresent(); next = levelsCited(next.get(), room)) {
            mainline.add(next.get());
        }
        Set<Event> onMainline = new HashSet<>(mainline);
        for (var next = levelsCited(event, room); next.isPresent(); next = levelsCited(next.get(), room)) {
            if (onMainline.contains(next.get())) {
                return mainline.indexOf(next.get());
            }
        }
        return Integer.MAX_VALUE;
    }
}
