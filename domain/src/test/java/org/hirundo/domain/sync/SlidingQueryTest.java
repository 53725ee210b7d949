package org.hirundo.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.state.StateMap;
import org.hirundo.domain.sync.SlidingExtensions.Scope;
import org.hirundo.domain.sync.SlidingExtensions.ToDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingQueryTest {

    private static final UserId ALICE = UserId.parse("@alice:example.com");
    private static final UserId BOB = UserId.parse("@bob:example.com");
    private static final RoomId ROOM = RoomId.parse("!room:example.com");
    private static final StateTuple NAME = StateTuple.of(EventType.NAME);
    private static final StateTuple CREATE = StateTuple.of(EventType.CREATE);
    private static final StateMap STATE = state();

    private static StateMap state() {
        var entries = new HashMap<StateTuple, EventId>();
        for (var tuple : List.of(NAME, CREATE, StateTuple.member(ALICE), StateTuple.member(BOB))) {
            entries.put(tuple, new EventId("$" + tuple.type() + tuple.stateKey()));
        }
        return StateMap.of(entries);
    }

    private static SlidingQuery query(SlidingForm form, String json) {
        return SlidingQuery.parse(form, ALICE, Json.object(json));
    }

    private static SlidingQuery deployed(String json) {
        return query(SlidingForm.DEPLOYED, json);
    }

    private static RequiredState required(SlidingForm form, String json) {
        return query(form, "{\"lists\":{\"a\":{\"timeline_limit\":1,\"required_state\":" + json + "}}}")
                .lists()
                .firstEntry()
                .getValue()
                .config()
                .requiredState();
    }

    private static Set<StateTuple> selected(RequiredState required) {
        return required.select(STATE).keySet();
    }

    @Test
    void a_request_of_the_deployed_form_is_understood() {
        var query = deployed("""
                {"conn_id":"main",
                 "lists":{"all":{"ranges":[[0,1],[3,3]],"timeline_limit":10,"required_state":[["m.room.name",""]],
                                 "filters":{"is_dm":true}}},
                 "room_subscriptions":{"!room:example.com":{"timeline_limit":20,"required_state":[]}},
                 "extensions":{"to_device":{"enabled":true,"limit":5,"since":"12"},"e2ee":{"enabled":true},
                               "receipts":{"enabled":true,"lists":["all"],"rooms":["*"]},
                               "typing":{"enabled":false},"org.example.unknown":{"enabled":true}}}""");
        var list = query.lists().get("all");

        assertThat(query.connection()).isEqualTo("main");
        assertThat(list.config().timelineLimit()).isEqualTo(10);
        assertThat(list.window(List.of("a", "b", "c", "d", "e"))).containsExactly("a", "b", "d");
        assertThat(list.filter().looksAtLabels()).isTrue();
        assertThat(query.subscriptions().get(ROOM).timelineLimit()).isEqualTo(20);
        assertThat(query.extensions().toDevice()).contains(new ToDevice(OptionalInt.of(5), OptionalLong.of(12)));
        assertThat(query.extensions().e2ee()).isTrue();
        assertThat(query.extensions().receipts()).contains(new Scope(Optional.of(Set.of("all")), Optional.empty()));
        assertThat(query.extensions().typing()).isEmpty();
        assertThat(query.extensions().accountData()).isEmpty();
    }

    @Test
    void a_request_of_the_accepted_form_is_understood() {
        var list = query(SlidingForm.ACCEPTED, """
                        {"lists":{"all":{"range":[1,2],"timeline_limit":1,
                          "required_state":{"include":[{}],"exclude":[{"type":"m.room.create","state_key":""}],
                                            "lazy_members":true}}}}""").lists().get("all");

        assertThat(list.window(List.of("a", "b", "c", "d"))).containsExactly("b", "c");
        assertThat(list.config().requiredState().lazyMembers()).isTrue();
        assertThat(selected(list.config().requiredState())).containsExactly(NAME);
    }

    @Test
    void a_list_without_ranges_has_all_rooms_and_one_may_end_behind_the_last() {
        var query = deployed("""
                {"lists":{"all":{"timeline_limit":1},"far":{"timeline_limit":1,"ranges":[[0,9007199254740991]]},
                          "beyond":{"timeline_limit":1,"ranges":[[5,9]]}}}""");

        assertThat(query.lists().get("all").window(List.of("a", "b"))).containsExactly("a", "b");
        assertThat(query.lists().get("all").holdsAll(2)).isTrue();
        assertThat(query.lists().get("far").window(List.of("a", "b"))).containsExactly("a", "b");
        assertThat(query.lists().get("far").holdsAll(2)).isTrue();
        assertThat(query.lists().get("beyond").window(List.of("a", "b"))).isEmpty();
        assertThat(query.lists().get("beyond").holdsAll(2)).isFalse();
    }

    @Test
    void me_lazy_and_wildcards_stand_for_what_they_are() {
        assertThat(selected(required(SlidingForm.DEPLOYED, "[[\"m.room.member\",\"$ME\"]]")))
                .containsExactly(StateTuple.member(ALICE));
        assertThat(selected(required(SlidingForm.DEPLOYED, "[[\"m.room.member\",\"*\"]]")))
                .containsExactlyInAnyOrder(StateTuple.member(ALICE), StateTuple.member(BOB));
        assertThat(selected(required(SlidingForm.DEPLOYED, "[[\"*\",\"\"]]"))).containsExactlyInAnyOrder(NAME, CREATE);
        assertThat(selected(required(SlidingForm.DEPLOYED, "[[\"*\",\"*\"]]"))).hasSize(4);
        var lazy = required(
                SlidingForm.DEPLOYED, "[[\"*\",\"*\"],[\"m.room.member\",\"$LAZY\"],[\"m.room.member\",\"$ME\"]]");
        assertThat(lazy.lazyMembers()).isTrue();
        assertThat(selected(lazy)).containsExactlyInAnyOrder(NAME, CREATE, StateTuple.member(ALICE));
    }

    @Test
    void what_several_places_want_is_combined() {
        var name = required(SlidingForm.DEPLOYED, "[[\"m.room.name\",\"\"]]");
        var lazy = required(SlidingForm.DEPLOYED, "[[\"m.room.member\",\"$LAZY\"]]");
        var members = required(SlidingForm.DEPLOYED, "[[\"m.room.member\",\"*\"]]");

        assertThat(name.with(lazy).lazyMembers()).isTrue();
        assertThat(selected(name.with(lazy))).containsExactly(NAME);
        assertThat(name.with(lazy).with(members).lazyMembers()).isFalse();
        assertThat(selected(name.with(lazy).with(members)))
                .containsExactlyInAnyOrder(NAME, StateTuple.member(ALICE), StateTuple.member(BOB));
        assertThat(name.isWithin(name.with(lazy))).isTrue();
        assertThat(name.with(lazy).isWithin(name)).isFalse();
        assertThat(new SlidingRoomConfig(1, name).with(new SlidingRoomConfig(5, lazy)))
                .isEqualTo(new SlidingRoomConfig(5, name.with(lazy)));
    }

    @Test
    void an_extension_is_for_the_rooms_of_its_lists_and_subscriptions() {
        var everywhere = new Scope(Optional.empty(), Optional.empty());
        var nowhere = new Scope(Optional.of(Set.of()), Optional.of(Set.of()));
        var some = new Scope(Optional.of(Set.of("a")), Optional.of(Set.of(ROOM.value())));

        assertThat(everywhere.includes(ROOM, Set.of("a"), false)).isTrue();
        assertThat(everywhere.includes(ROOM, Set.of(), true)).isTrue();
        assertThat(nowhere.includes(ROOM, Set.of("a"), true)).isFalse();
        assertThat(some.includes(ROOM, Set.of("b"), false)).isFalse();
        assertThat(some.includes(ROOM, Set.of("b", "a"), false)).isTrue();
        assertThat(some.includes(ROOM, Set.of("b"), true)).isTrue();
        assertThat(some.includes(RoomId.parse("!other:example.com"), Set.of("b"), true))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"conn_id\":1}",
                "{\"lists\":[]}",
                "{\"lists\":{\"a\":1}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":\"1\"}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":-1}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"ranges\":{}}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"ranges\":[1]}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"ranges\":[[1]]}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"ranges\":[[1,\"2\"]]}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"required_state\":{}}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"required_state\":[[\"m.room.name\"]]}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"required_state\":[1]}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"filters\":{\"is_dm\":1}}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"filters\":{\"room_types\":[1]}}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"filters\":{\"spaces\":[\"x\"]}}}}",
                "{\"room_subscriptions\":{\"!room:example.com\":[]}}",
                "{\"extensions\":{\"e2ee\":true}}",
                "{\"extensions\":{\"to_device\":{\"enabled\":true,\"since\":1}}}",
                "{\"extensions\":{\"typing\":{\"enabled\":true,\"lists\":[1]}}}"
            })
    void what_is_of_the_wrong_type_is_refused(String body) {
        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> deployed(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"ranges\":[[2,1]]}}}",
                "{\"lists\":{\"a\":{\"timeline_limit\":1,\"ranges\":[[-1,1]]}}}",
                "{\"room_subscriptions\":{\"room\":{\"timeline_limit\":1}}}",
                "{\"extensions\":{\"to_device\":{\"enabled\":true,\"since\":\"s1_2\"}}}"
            })
    void what_makes_no_sense_is_refused(String body) {
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> deployed(body));
    }

    @Test
    void a_list_says_how_many_events_it_wants() {
        assertThatExceptionOfType(MissingParam.class).isThrownBy(() -> deployed("{\"lists\":{\"a\":{}}}"));
    }

    @Test
    void nobody_asks_for_too_much() {
        var lists = many(101, number -> "\"l" + number + "\":{\"timeline_limit\":1}");
        var rooms = many(101, number -> "\"!r" + number + ":example.com\":{\"timeline_limit\":1}");
        var state = many(201, number -> "[\"m.room.name\",\"" + number + "\"]");

        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> deployed("{\"lists\":{" + lists + "}}"));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> deployed("{\"room_subscriptions\":{" + rooms + "}}"));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> required(SlidingForm.DEPLOYED, "[" + state + "]"));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> deployed("{\"conn_id\":\"" + "x".repeat(256) + "\"}"));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> query(SlidingForm.ACCEPTED, "{\"lists\":{\"a b\":{\"timeline_limit\":1}}}"));
    }

    private static String many(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
    }

    private static boolean passes(String filter, SlidingRoomTraits room) {
        return deployed("{\"lists\":{\"a\":{\"timeline_limit\":1,\"filters\":" + filter + "}}}")
                .lists()
                .firstEntry()
                .getValue()
                .filter()
                .includes(room, Set.of(ROOM));
    }

    @Test
    void filters_look_at_what_rooms_are() {
        var inn = new SlidingRoomTraits(
                ROOM, false, true, true, Optional.empty(), Optional.of("The Inn"), Set.of("m.favourite"));
        var space = new SlidingRoomTraits(
                RoomId.parse("!space:example.com"),
                true,
                false,
                false,
                Optional.of("m.space"),
                Optional.empty(),
                Set.of());

        assertOnlyFirst("{\"is_dm\":true}", inn, space);
        assertOnlyFirst("{\"is_encrypted\":true}", inn, space);
        assertOnlyFirst("{\"is_invite\":false}", inn, space);
        assertOnlyFirst("{\"is_invited\":true}", space, inn);
        assertOnlyFirst("{\"room_types\":[null]}", inn, space);
        assertOnlyFirst("{\"room_types\":[\"m.space\"]}", space, inn);
        assertOnlyFirst("{\"not_room_types\":[\"m.space\"]}", inn, space);
        assertOnlyFirst("{\"not_room_types\":[null]}", space, inn);
        assertOnlyFirst("{\"room_name_like\":\"INN\"}", inn, space);
        assertOnlyFirst("{\"tags\":[\"m.favourite\",\"u.other\"]}", inn, space);
        assertOnlyFirst("{\"not_tags\":[\"m.favourite\"]}", space, inn);
        assertOnlyFirst("{\"spaces\":[\"!any:example.com\"]}", inn, space);
        assertThat(passes("{\"room_types\":[null],\"not_room_types\":[null]}", inn))
                .isFalse();
        assertThat(passes("{\"tags\":[\"m.favourite\"],\"not_tags\":[\"m.favourite\"]}", inn))
                .isFalse();
        assertThat(passes("{}", inn)).isTrue();
    }

    private static void assertOnlyFirst(String filter, SlidingRoomTraits passing, SlidingRoomTraits other) {
        assertThat(passes(filter, passing)).as(filter).isTrue();
        assertThat(passes(filter, other)).as(filter).isFalse();
    }
}
