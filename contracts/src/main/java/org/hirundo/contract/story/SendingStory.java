package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.search.SearchEvents;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ListThreads;
import org.hirundo.application.timeline.ReadContext;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.application.timeline.ReadEventById;
import org.hirundo.application.timeline.ReadRelations;
import org.hirundo.application.timeline.ReadRoomSnapshot;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.BadAlias;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.domain.sync.RoomEventFilter;
import org.hirundo.domain.sync.SlidingForm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sending messages and state. */
public abstract class SendingStory extends SyncStory {

    private static final RoomEventFilter MESSAGES =
            RoomEventFilter.parse(JsonObject.of("types", JsonArray.ofStrings(List.of("m.room.message"))));

    private ClientEvent read(Requester reader, RoomId room, EventId event) {
        return the(ReadEvent.class).read(reader, room, event);
    }

    @Test
    @Tag("easily-missed-30")
    void what_is_said_is_read_by_all_in_the_order_in_which_it_was_said() {
        var room = aRoomWithBob();
        for (int i = 0; i < 20; i++) {
            says(i % 2 == 0 ? ALICE : BOB, room, "word " + i);
        }

        assertThat(texts(BOB, room)).hasSize(20).isEqualTo(texts(ALICE, room)).startsWith("word 0", "word 1");
    }

    @Test
    @Tag("easily-missed-3")
    void a_repeated_transaction_sends_nothing_and_gets_the_first_answer() {
        var room = aRoomWithBob();
        var first = says(BOB, room, "hello", "txn1");
        var other = says(BOB, room, "something else", "txn2");
        var again = says(BOB, room, "hello", "txn1");
        restart();
        var afterRestart = says(BOB, room, "hello", "txn1");

        assertThat(again).isEqualTo(first).isEqualTo(afterRestart).isNotEqualTo(other);
        assertThat(texts(ALICE, room)).containsExactly("hello", "something else");
        says(ALICE, room, "the room goes on");
    }

    @Test
    @Tag("easily-missed-3")
    void transactions_belong_to_device_room_and_type() {
        var room = aRoomWithBob();
        var other = aRoomWithBob();
        var laptop = Server.user("bob", "LAPTOP");
        joins(BOB, other);
        var ids = new HashSet<EventId>();
        ids.add(says(BOB, room, "a", "txn"));
        ids.add(says(laptop, room, "b", "txn"));
        ids.add(says(BOB, other, "c", "txn"));
        ids.add(the(SendMessage.class)
                .send(new SendMessage.Send(BOB, room, EventType.REACTION, new TransactionId("txn"), JsonObject.EMPTY)));

        assertThat(ids).hasSize(4);
        assertThat(texts(ALICE, room)).containsExactly("a", "b");
    }

    @Test
    @Tag("easily-missed-3")
    void a_transaction_id_is_told_to_the_device_that_used_it_and_to_no_other() {
        var room = aRoomWithBob();
        var event = says(BOB, room, "hello", "txn");

        assertThat(read(BOB, room, event).unsigned().string("transaction_id")).contains("txn");
        assertThat(read(Server.user("bob", "LAPTOP"), room, event).unsigned().has("transaction_id"))
                .isFalse();
        assertThat(read(ALICE, room, event).unsigned().has("transaction_id")).isFalse();
    }

    @Test
    @Tag("easily-missed-3")
    void whoever_reads_an_event_in_whatever_way_the_transaction_id_is_told_to_its_device_alone() {
        var room = aRoomWithBob();
        var root = says(BOB, room, "needle in the hay", "root");
        the(SendMessage.class)
                .send(new SendMessage.Send(
                        BOB,
                        room,
                        EventType.MESSAGE,
                        new TransactionId("reply"),
                        JsonObject.of("msgtype", "m.text")
                                .with("body", "hay")
                                .with(
                                        "m.relates_to",
                                        JsonObject.of("rel_type", "m.thread").with("event_id", root.value()))));

        assertThat(readInEveryWay(BOB, room, root))
                .allSatisfy((way, told) -> assertThat(told).as(way).isNotEmpty().allSatisfy(event -> assertThat(
                                event.json().toString())
                        .contains("\"transaction_id\":")));
        for (var other : List.of(Server.user("bob", "LAPTOP"), ALICE)) {
            assertThat(readInEveryWay(other, room, root)).allSatisfy((way, told) -> assertThat(told)
                    .as(way)
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.json().toString()).doesNotContain("transaction_id")));
        }
    }

    /** The messages of the room as the reader gets them in all ways in which events are read. */
    private Map<String, List<ClientEvent>> readInEveryWay(Requester reader, RoomId room, EventId root) {
        var context =
                the(ReadContext.class).read(new ReadContext.Wanted(reader, room, root, OptionalInt.of(2), MESSAGES));
        var children = the(ReadRelations.class)
                .read(new ReadRelations.Wanted(
                        reader,
                        room,
                        root,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty()));
        var threads = the(ListThreads.class)
                .list(new ListThreads.Wanted(reader, room, false, OptionalInt.empty(), Optional.empty()));
        var found = the(SearchEvents.class)
                .search(new SearchEvents.Wanted(
                        reader,
                        "needle",
                        Set.of(SearchKey.BODY),
                        RoomEventFilter.ALL,
                        false,
                        Optional.of(new SearchEvents.Around(1, 1, false)),
                        false,
                        Set.of(),
                        Optional.empty()));
        var sliding = new SlidingAsking(
                        server(),
                        reader,
                        SlidingForm.DEPLOYED,
                        "{\"lists\":{\"all\":{\"timeline_limit\":2,\"required_state\":[]}}}",
                        Optional.empty())
                .now();
        return Map.of(
                "event",
                List.of(read(reader, room, root)),
                "event without its room",
                List.of(the(ReadEventById.class).read(reader, root)),
                "messages",
                messages(history(reader, room)),
                "snapshot",
                messages(the(ReadRoomSnapshot.class)
                        .read(reader, room, OptionalInt.of(2))
                        .messages()),
                "context",
                Stream.concat(Stream.of(context.event()), context.after().stream())
                        .toList(),
                "relations",
                children.chunk(),
                "threads",
                threads.chunk(),
                "search",
                found.results().stream().map(SearchEvents.Result::event).toList(),
                "sync",
                messages(in(syncs(reader), room).timeline().events()),
                "sliding sync",
                messages(sliding.rooms().get(room).timeline().orElseThrow().events()));
    }

    private static List<ClientEvent> messages(List<ClientEvent> events) {
        return events.stream()
                .filter(event -> event.event().isType(EventType.MESSAGE))
                .toList();
    }

    @Test
    @Tag("easily-missed-30")
    void fifty_who_speak_at_once_are_all_heard() {
        var room = aRoomWithBob();
        Concurrently.call(50, number -> says(number % 2 == 0 ? ALICE : BOB, room, "word " + number, "t" + number));

        assertThat(texts(ALICE, room)).hasSize(50).doesNotHaveDuplicates();
        assertThat(head(room).forwardExtremities()).hasSize(1);
        restart();
        assertThat(head(room).forwardExtremities()).hasSize(1);
        says(BOB, room, "and one more");
    }

    @Test
    @Tag("easily-missed-3")
    void one_transaction_repeated_many_times_at_once_is_one_event_and_harms_nobody() {
        var room = aRoomWithBob();
        var ids = Concurrently.call(
                20,
                number -> number % 2 == 0
                        ? says(BOB, room, "again", "same")
                        : says(ALICE, room, "" + number, "" + number));

        assertThat(new HashSet<>(ids)).hasSize(11);
        assertThat(texts(ALICE, room)).hasSize(11);
    }

    @Test
    void strangers_and_those_who_left_say_nothing() {
        var room = aRoomWithBob();
        leaves(BOB, room);

        assertThatThrownBy(() -> says(BOB, room, "psst")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> says(CAROL, room, "psst")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> says(ALICE, RoomId.parse("!nowhere:hirundo.example"), "psst"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_refused_leaves_no_trace() {
        var room = aRoomWithBob();
        var before = storage().stream().position();
        var revision = head(room).revision();

        assertThatThrownBy(() -> sets(BOB, room, EventType.NAME, JsonObject.of("name", "Mine")))
                .isInstanceOf(Forbidden.class);
        assertThat(storage().stream().position()).isEqualTo(before);
        assertThat(head(room).revision()).isEqualTo(revision);
    }

    @Test
    @Tag("easily-missed-29")
    void content_that_no_event_may_have_is_refused() {
        var room = aRoomWithBob();

        assertThatThrownBy(() -> sets(
                        ALICE,
                        room,
                        new EventType("org.example.x"),
                        JsonParser.parseObject("{\"a\":1.5}".getBytes(UTF_8))))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> sets(
                        ALICE, room, new EventType("org.example.x"), JsonObject.of("a", new JsonInteger(1L << 53))))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> says(ALICE, room, "x".repeat(65_536))).isInstanceOf(TooLarge.class);
        says(ALICE, room, "the room goes on");
    }

    @Test
    @Tag("easily-missed-30")
    void the_same_state_by_the_same_user_is_not_sent_again() {
        var room = aRoomWithBob();
        var first = sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Pub"));
        var before = storage().stream().position();

        assertThat(sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Pub")))
                .isEqualTo(first);
        assertThat(storage().stream().position()).isEqualTo(before);
        assertThat(sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn")))
                .isNotEqualTo(first);
        assertThat(sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Pub")))
                .isNotEqualTo(first);
    }

    @Test
    void state_takes_the_place_of_the_state_before_it_and_says_so() {
        var room = aRoomWithBob();
        var first = sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "one"));
        var second = sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "two"));

        assertThat(state(BOB, room, EventType.TOPIC)).contains(JsonObject.of("topic", "two"));
        var unsigned = read(BOB, room, second).unsigned();
        assertThat(unsigned.string("replaces_state")).contains(first.value());
        assertThat(unsigned.object("prev_content")).contains(JsonObject.of("topic", "one"));
        assertThat(unsigned.string("membership")).contains("join");
        assertThat(read(BOB, room, first).unsigned().has("replaces_state")).isFalse();
    }

    @Test
    @Tag("easily-missed-28")
    void state_keys_may_be_anything() {
        var room = aRoomWithBob();
        var type = new EventType("org.example.door");
        for (var key : List.of("", "/", "a/b", "ä \uD83D\uDEAA", "\u0000", "x".repeat(255))) {
            sets(ALICE, room, new StateTuple(type, key), JsonObject.of("key", key));
            assertThat(state(BOB, room, type, key)).contains(JsonObject.of("key", key));
        }
    }

    @Test
    void power_levels_decide_who_sets_state() {
        var room = aRoomWithBob();
        var levels = state(ALICE, room, EventType.POWER_LEVELS).orElseThrow();
        sets(
                ALICE,
                room,
                EventType.POWER_LEVELS,
                levels.with("users", JsonObject.of(BOB.user().toString(), new JsonInteger(50))));

        sets(BOB, room, EventType.TOPIC, JsonObject.of("topic", "Bob's"));
        assertThatThrownBy(() -> sets(BOB, room, EventType.POWER_LEVELS, levels))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void users_change_their_name_in_a_room_but_make_nobody_join() {
        var room = aRoomWithBob();
        var named = JsonObject.of("membership", "join").with("displayname", "Bobby");
        sets(BOB, room, StateTuple.member(BOB.user()), named);

        assertThat(state(ALICE, room, EventType.MEMBER, BOB.user().toString())).contains(named);
        assertThat(summary(room).orElseThrow().joinedMembers()).isEqualTo(2);
        assertThatThrownBy(() -> sets(ALICE, room, StateTuple.member(CAROL.user()), named))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> sets(ALICE, room, new StateTuple(EventType.MEMBER, "carol"), named))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(
                        () -> sets(ALICE, room, StateTuple.member(ALICE.user()), JsonObject.of("membership", "gone")))
                .isInstanceOf(BadJson.class);
    }

    @Test
    void joining_by_state_is_joining() {
        var room = created(aPublicRoomOf(ALICE));
        sets(CAROL, room, StateTuple.member(CAROL.user()), JsonObject.of("membership", "join"));

        assertThat(membership(CAROL.user(), room)).contains(Membership.JOIN);
    }

    @Test
    @Tag("easily-missed-30")
    void a_canonical_alias_must_point_to_the_room() {
        var room = aRoomWithBob();
        var alias = RoomAlias.parse("#pub:hirundo.example");
        assertThatThrownBy(() -> sets(ALICE, room, EventType.CANONICAL_ALIAS, JsonObject.of("alias", alias.toString())))
                .isInstanceOf(BadAlias.class);
        the(CreateAlias.class).create(new CreateAlias.Create(ALICE, alias, room));
        sets(ALICE, room, EventType.CANONICAL_ALIAS, JsonObject.of("alias", alias.toString()));

        assertThat(summary(room).orElseThrow().canonicalAlias()).contains(alias.toString());
        assertThatThrownBy(() -> sets(
                        ALICE,
                        room,
                        EventType.CANONICAL_ALIAS,
                        JsonObject.of("alt_aliases", JsonArray.ofStrings(List.of("#other:hirundo.example")))))
                .isInstanceOf(BadAlias.class);
        assertThatThrownBy(() -> sets(
                        ALICE,
                        room,
                        EventType.CANONICAL_ALIAS,
                        JsonObject.of("alt_aliases", JsonArray.ofStrings(List.of("no alias")))))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    @Tag("easily-missed-30")
    void aliases_that_were_listed_before_are_not_checked_again() {
        var room = aRoomWithBob();
        var alias = RoomAlias.parse("#pub:hirundo.example");
        the(CreateAlias.class).create(new CreateAlias.Create(ALICE, alias, room));
        sets(ALICE, room, EventType.CANONICAL_ALIAS, JsonObject.of("alias", alias.toString()));
        storage().directory().remove(alias);

        sets(
                ALICE,
                room,
                EventType.CANONICAL_ALIAS,
                JsonObject.of("alt_aliases", JsonArray.ofStrings(List.of(alias.toString()))));
        sets(ALICE, room, EventType.CANONICAL_ALIAS, JsonObject.EMPTY);
        assertThat(summary(room).orElseThrow().canonicalAlias()).isEqualTo(Optional.empty());
    }
}
