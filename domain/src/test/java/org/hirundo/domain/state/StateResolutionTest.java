package org.hirundo.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hirundo.domain.fixture.Action.topic;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.MALLORY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.EventFixture;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.fixture.RoomFixture;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Test;

/** What state resolution costs, and what it does with rooms that are broken. */
class StateResolutionTest {

    private static final EventType THING = new EventType("org.example.thing");

    @InVersions
    void states_that_agree_are_resolved_without_asking_for_anything(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
        int before = room.events().questions();

        assertThat(version.resolution().resolve(List.of(room.state(), room.state()), room.events()))
                .isSameAs(room.state());
        assertThat(room.events().questions()).isEqualTo(before);
    }

    @InVersions
    void the_source_is_asked_a_few_times_however_much_is_in_conflict(RoomVersion version) {
        assertThat(questionsFor(version, 200))
                .isEqualTo(questionsFor(version, 2))
                .isLessThanOrEqualTo(8);
    }

    private static int questionsFor(RoomVersion version, int conflicts) {
        var one = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
        var other = one.fork();
        for (int i = 0; i < conflicts; i++) {
            one.sends(ALICE, Action.state(THING, "key" + i, JsonObject.EMPTY));
            other.sends(ALICE, Action.state(THING, "key" + i, JsonObject.EMPTY));
        }
        int before = one.events().questions();
        version.resolution().resolve(List.of(one.state(), other.state()), one.events());
        return one.events().questions() - before;
    }

    @Test
    void chains_of_levels_that_are_longer_than_a_stack_is_deep_are_walked() {
        var room = aRoom().in(RoomVersion.V11).createdBy(ALICE).joinedBy(BOB);
        var early = room.fork().sends(ALICE, topic("early"));
        for (int i = 0; i < 20_000; i++) {
            room.levelOf(BOB, i % 50);
        }
        room.sends(ALICE, topic("late"));

        var resolved = StateResolution.V2.resolve(List.of(room.state(), early.state()), room.events());

        assertThat(resolved).isEqualTo(room.state());
    }

    @InVersions
    void without_the_conflicted_events_there_is_no_answer(RoomVersion version) {
        var one = aRoom().in(version).createdBy(ALICE);
        var other = one.fork().sends(ALICE, topic("other"));
        one.sends(ALICE, topic("one"));
        var missing = one.current(EventType.TOPIC).id();
        one.events().forget(missing);

        assertThatThrownBy(() -> version.resolution().resolve(List.of(one.state(), other.state()), one.events()))
                .isInstanceOfSatisfying(
                        MissingEvents.class, e -> assertThat(e.events()).containsExactly(missing));
    }

    @InVersions
    void without_the_create_event_there_is_no_answer(RoomVersion version) {
        var one = aRoom().in(version).createdBy(ALICE);
        var other = one.fork().sends(ALICE, topic("other"));
        one.sends(ALICE, topic("one"));
        var create = one.current(EventType.CREATE).id();
        one.events().forget(create);

        assertThatThrownBy(() -> version.resolution().resolve(List.of(one.state(), other.state()), one.events()))
                .isInstanceOfSatisfying(
                        MissingEvents.class, e -> assertThat(e.events()).containsExactly(create));
        var tuple = new StateTuple(EventType.CREATE, "");
        var states = List.of(one.state().without(tuple), other.state().without(tuple));
        assertThatThrownBy(() -> version.resolution().resolve(states, one.events()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @InVersions(from = 2)
    void a_gap_in_an_auth_chain_does_not_stop_the_room(RoomVersion version) {
        var one = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
        var forgotten = one.current(EventType.POWER_LEVELS).id();
        one.levelOf(BOB, 50).sends(BOB, topic("one"));
        var other = one.fork().sends(ALICE, topic("other"));
        one.events().forget(forgotten);

        assertThat(version.resolution().resolve(List.of(one.state(), other.state()), one.events()))
                .isEqualTo(other.state());
    }

    @InVersions(from = 2)
    void a_message_in_an_auth_chain_takes_no_part(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);
        var other = room.fork();
        var message = room.event(ALICE, Action.message("not state"));
        var cited = new ArrayList<>(room.event(ALICE, topic("one")).authEvents());
        cited.add(message.id());
        var topic = room.event(ALICE, topic("one"), cited);
        room.events().add(message);
        room.events().add(topic);
        var state = room.state().with(topic.stateTuple().orElseThrow(), topic.id());

        assertThat(version.resolution().resolve(List.of(state, other.state()), room.events()))
                .isEqualTo(state);
    }

    @InVersions
    void of_two_create_events_the_order_of_states_does_not_decide(RoomVersion version) {
        var one = aRoom().in(version).createdBy(ALICE).sends(ALICE, topic("one"));
        var tuple = new StateTuple(EventType.CREATE, "");
        var create = EventFixture.in(version)
                .of(one.roomId(), ALICE, Action.state(EventType.CREATE, "", JsonObject.of("creator", BOB.toString())))
                .after(List.of(), 1)
                .citing(List.of())
                .at(1)
                .named(new EventId("$another:example.org"))
                .build();
        one.events().add(create);
        var other = one.state().with(tuple, create.id());

        assertThat(version.resolution().resolve(List.of(one.state(), other), one.events()))
                .isEqualTo(version.resolution().resolve(List.of(other, one.state()), one.events()));
    }

    @Test
    void events_that_cite_each_other_are_left_out_of_the_power_ordering() {
        // Ids that are not hashes can be chosen before the events they name are made.
        var room = aRoom().in(RoomVersion.V2).createdBy(ALICE).joinedBy(BOB);
        var one = banCiting(room, "$one:example.org", "$other:example.org");
        var other = banCiting(room, "$other:example.org", "$one:example.org");
        room.events().add(one);
        room.events().add(other);
        var sane = room.event(ALICE, Action.ban(MALLORY));
        room.events().add(sane);
        var graph = new AuthGraph(room.events().authChains(Set.of(one.id(), other.id(), sane.id())));
        var known = new KnownEvents(room.events(), List.of(room.state()));

        assertThat(new ReverseTopologicalPowerOrder(graph, known).sort(List.of(one, other, sane)))
                .containsExactly(sane);
    }

    @Test
    void levels_that_cite_each_other_end_a_mainline() {
        var room = aRoom().in(RoomVersion.V2).createdBy(ALICE);
        var one = levelsCiting(room, "$one:example.org", "$other:example.org");
        var other = levelsCiting(room, "$other:example.org", "$one:example.org");
        var topic = room.event(ALICE, topic("aside"), List.of(other.id()));
        for (var event : List.of(one, other, topic)) {
            room.events().add(event);
        }
        var known = new KnownEvents(room.events(), List.of(room.state()));
        var sane = room.event(ALICE, topic("sane"));

        assertThat(new MainlineOrder(Optional.of(one), known).sort(List.of(topic, sane)))
                .containsExactly(sane, topic);
        var beside = new MainlineOrder(Optional.of(room.current(EventType.POWER_LEVELS)), known);
        assertThat(beside.sort(List.of(sane, topic))).containsExactly(topic, sane);
    }

    private static Event banCiting(RoomFixture room, String id, String cited) {
        return citing(room, Action.ban(BOB), id, cited);
    }

    private static Event levelsCiting(RoomFixture room, String id, String cited) {
        return citing(room, Action.powerLevels(JsonObject.EMPTY), id, cited);
    }

    private static Event citing(RoomFixture room, Action action, String id, String cited) {
        return EventFixture.in(room.version())
                .of(room.roomId(), ALICE, action)
                .after(List.of(), 10)
                .citing(List.of(new EventId(cited)))
                .at(1)
                .named(new EventId(id))
                .build();
    }
}
