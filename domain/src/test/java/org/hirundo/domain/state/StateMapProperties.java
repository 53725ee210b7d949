package org.hirundo.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;

/** {@link StateMap} compared with a plain map that underwent the same changes. */
class StateMapProperties {

    /** Sets the tuple, or removes it when there is no event. */
    record Step(StateTuple tuple, EventId event, boolean removes) {}

    @Property(tries = 300)
    void a_state_map_is_a_map(@ForAll("steps") List<Step> steps) {
        var expected = new HashMap<StateTuple, EventId>();
        var state = StateMap.EMPTY;
        for (var step : steps) {
            state = taken(step, state, expected);
        }

        assertThat(state.size()).isEqualTo(expected.size());
        assertThat(asMap(state)).isEqualTo(expected);
        for (var step : steps) {
            assertThat(state.get(step.tuple()).orElse(null)).isEqualTo(expected.get(step.tuple()));
        }
    }

    @Property(tries = 300)
    void equality_does_not_depend_on_history(@ForAll("steps") List<Step> steps, @ForAll Random chance) {
        var expected = new HashMap<StateTuple, EventId>();
        var state = StateMap.EMPTY;
        for (var step : steps) {
            state = taken(step, state, expected);
        }
        var shuffled = new ArrayList<>(expected.entrySet());
        Collections.shuffle(shuffled, chance);
        var rebuilt = StateMap.EMPTY;
        for (var entry : shuffled) {
            rebuilt = rebuilt.with(entry.getKey(), entry.getValue());
        }

        assertThat(rebuilt).isEqualTo(state).hasSameHashCodeAs(state).hasToString(state.toString());
    }

    @Property(tries = 300)
    void the_difference_leads_from_one_state_to_the_other(
            @ForAll("steps") List<Step> common, @ForAll("steps") List<Step> one, @ForAll("steps") List<Step> other) {
        var start = after(common, StateMap.EMPTY);
        var before = after(one, start);
        var after = after(other, start);
        var delta = before.diff(after);

        assertThat(before.apply(delta)).isEqualTo(after);
        delta.set().forEach((tuple, event) -> assertThat(before.get(tuple)).isNotEqualTo(after.get(tuple)));
        delta.removed().forEach(tuple -> assertThat(before.has(tuple)).isTrue());
        assertThat(before.equals(after)).isEqualTo(delta.isEmpty());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var types = Arbitraries.of(EventType.MEMBER, EventType.TOPIC, new EventType("org.example.type"));
        var keys = Arbitraries.integers().between(0, 200).map(number -> "@user" + number + ":example.org");
        var events = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5).map(number -> new EventId("$" + number + ":example.org")),
                Arbitraries.integers()
                        .between(0, 5)
                        .map(number -> new EventId("$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr" + number + "Zg")));
        return Combinators.combine(types, keys, events, Arbitraries.integers().between(0, 3))
                .as((type, key, event, chance) -> new Step(new StateTuple(type, key), event, chance == 0))
                .list()
                .ofMaxSize(400);
    }

    private static StateMap taken(Step step, StateMap state, Map<StateTuple, EventId> expected) {
        if (step.removes()) {
            expected.remove(step.tuple());
            return state.without(step.tuple());
        }
        expected.put(step.tuple(), step.event());
        return state.with(step.tuple(), step.event());
    }

    private static StateMap after(List<Step> steps, StateMap state) {
        var changed = state;
        for (var step : steps) {
            changed = taken(step, changed, new HashMap<>());
        }
        return changed;
    }

    private static Map<StateTuple, EventId> asMap(StateMap state) {
        var map = new HashMap<StateTuple, EventId>();
        state.forEach(map::put);
        return map;
    }
}
