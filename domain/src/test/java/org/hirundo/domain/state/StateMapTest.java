package org.hirundo.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.junit.jupiter.api.Test;

class StateMapTest {

    private static final StateTuple TOPIC = new StateTuple(EventType.TOPIC, "");
    private static final EventId FIRST = new EventId("$CD66HAED5npg6074c6pDtLKalHjVfYb2q4Q3LZgrW6o");
    private static final EventId SECOND = new EventId("$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg");

    @Test
    void a_state_has_what_was_put_into_it() {
        var state = StateMap.EMPTY.with(TOPIC, FIRST);

        assertThat(state.get(TOPIC)).contains(FIRST);
        assertThat(state.get(EventType.TOPIC)).contains(FIRST);
        assertThat(state.has(TOPIC)).isTrue();
        assertThat(state.size()).isEqualTo(1);
        assertThat(state.get(new StateTuple(EventType.TOPIC, "other"))).isEmpty();
        assertThat(state.has(new StateTuple(EventType.NAME, ""))).isFalse();
    }

    @Test
    void a_later_event_takes_the_place_of_an_earlier_one() {
        var state = StateMap.EMPTY.with(TOPIC, FIRST).with(TOPIC, SECOND);

        assertThat(state.get(TOPIC)).contains(SECOND);
        assertThat(state.size()).isEqualTo(1);
    }

    @Test
    void a_changed_state_leaves_the_one_it_came_from_as_it_was() {
        var before = StateMap.EMPTY.with(TOPIC, FIRST);
        before.with(TOPIC, SECOND);
        before.without(TOPIC);

        assertThat(before.get(TOPIC)).contains(FIRST);
    }

    @Test
    void what_changes_nothing_gives_the_same_state() {
        var state = members(100);

        assertThat(state.with(member(5), event(5))).isSameAs(state);
        assertThat(state.without(TOPIC)).isSameAs(state);
        assertThat(state.apply(StateDelta.NONE)).isSameAs(state);
    }

    @Test
    void type_and_state_key_are_kept_apart() {
        var one = new StateTuple(new EventType("a"), "bc");
        var other = new StateTuple(new EventType("ab"), "c");
        var state = StateMap.EMPTY.with(one, FIRST).with(other, SECOND);

        assertThat(state.get(one)).contains(FIRST);
        assertThat(state.get(other)).contains(SECOND);
    }

    @Test
    void tuples_and_ids_of_any_kind_come_back_as_they_were() {
        var tuples = new ArrayList<StateTuple>();
        for (var type :
                new String[] {"m.room.member", "m.room.topic", "", "org.example.\u00fc\ud83d\udc26", "x".repeat(300)}) {
            for (var key : new String[] {"", "@alice:example.org", "\u0000", "\ud83d\udc26", "k".repeat(70_000)}) {
                tuples.add(new StateTuple(new EventType(type), key));
            }
        }
        // Version 1, Base64, URL-safe, both alphabets, and ids that look like a hash but are not the one way to write
        // it.
        var ids = new String[] {
            "$143273582443PhrSn:example.org",
            "$acR1l0raoZnm60CBwAVgqbZqoO/mYU81xysh1u7XcJk",
            "$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg",
            "$CD66HAED5npg6074c6pDtLKalHjVfYb2q4Q3LZgrW6o",
            "$CD66HAED5npg6074c6pDtLKalHjVfYb2q4Q3LZgrW6p",
            "$CD66HAED5npg6074c6pDtLKalHjVfYb2q4Q3LZ+rW_o",
            "$CD66HAED5npg6074c6pDtLKalHjVfYb2q4:example.n",
            "CD66HAED5npg6074c6pDtLKalHjVfYb2q4Q3LZgrW6o",
            ""
        };
        var expected = new HashMap<StateTuple, EventId>();
        for (int i = 0; i < tuples.size(); i++) {
            expected.put(tuples.get(i), new EventId(ids[i % ids.length]));
        }
        var state = StateMap.of(expected);

        assertThat(asMap(state)).isEqualTo(expected);
        expected.forEach((tuple, id) -> assertThat(state.get(tuple)).contains(id));
    }

    @Test
    void events_of_one_type_are_found_by_state_key() {
        var state = members(50).with(TOPIC, FIRST).with(new StateTuple(new EventType("org.example"), "k"), SECOND);

        assertThat(state.ofType(EventType.MEMBER))
                .hasSize(50)
                .containsEntry(member(7).stateKey(), event(7));
        assertThat(state.ofType(new EventType("org.example"))).isEqualTo(Map.of("k", SECOND));
        assertThat(state.ofType(EventType.NAME)).isEmpty();
    }

    @Test
    void iteration_passes_every_entry_once() {
        var state = members(1_000);
        var seen = new ArrayList<StateTuple>();
        state.iterator().forEachRemaining(entry -> {
            assertThat(state.get(entry.tuple())).contains(entry.event());
            seen.add(entry.tuple());
        });

        assertThat(seen).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(state.eventIds()).hasSize(1_000);
    }

    @Test
    void the_difference_of_large_states_that_share_structure_is_what_differs() {
        var before = members(20_000);
        var after = before.with(member(3), FIRST).with(TOPIC, SECOND).without(member(77));

        assertThat(before.diff(after))
                .isEqualTo(new StateDelta(Map.of(member(3), FIRST, TOPIC, SECOND), Set.of(member(77))));
    }

    @Test
    void a_state_that_loses_all_entries_is_the_empty_state() {
        var state = members(500);
        for (int i = 0; i < 500; i++) {
            state = state.without(member(i));
        }

        assertThat(state).isEqualTo(StateMap.EMPTY).hasSameHashCodeAs(StateMap.EMPTY);
        assertThat(state.isEmpty()).isTrue();
    }

    private static StateMap members(int count) {
        var state = StateMap.EMPTY;
        for (int i = 0; i < count; i++) {
            state = state.with(member(i), event(i));
        }
        return state;
    }

    private static StateTuple member(int number) {
        return new StateTuple(EventType.MEMBER, "@user" + number + ":example.org");
    }

    private static EventId event(int number) {
        return new EventId("$event" + number + ":example.org");
    }

    private static Map<StateTuple, EventId> asMap(StateMap state) {
        var map = new HashMap<StateTuple, EventId>();
        state.forEach(map::put);
        return map;
    }
}
