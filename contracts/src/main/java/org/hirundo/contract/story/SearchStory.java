package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.search.Grouping;
import org.hirundo.application.search.SearchEvents;
import org.hirundo.application.search.SearchEvents.Around;
import org.hirundo.application.search.SearchEvents.Found;
import org.hirundo.application.search.SearchEvents.Wanted;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.domain.sync.RoomEventFilter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Users search in what was said. */
public abstract class SearchStory extends SyncStory {

    private static final Set<SearchKey> ALL_KEYS = EnumSet.allOf(SearchKey.class);

    private Found searches(Wanted wanted) {
        return the(SearchEvents.class).search(wanted);
    }

    private static Wanted wanted(Requester user, String term, RoomEventFilter filter, Optional<String> nextBatch) {
        return new Wanted(user, term, ALL_KEYS, filter, false, Optional.empty(), false, Set.of(), nextBatch);
    }

    private Found searches(Requester user, String term) {
        return searches(wanted(user, term, RoomEventFilter.ALL, Optional.empty()));
    }

    private static RoomEventFilter atMost(int limit) {
        return RoomEventFilter.parse(JsonObject.of("limit", new JsonInteger(limit)));
    }

    private static RoomEventFilter in(RoomId... rooms) {
        return RoomEventFilter.parse(JsonObject.of("rooms", JsonArray.ofStrings(Arrays.asList(rooms))));
    }

    private static List<EventId> ids(Found found) {
        return found.results().stream().map(result -> result.event().id()).toList();
    }

    @Test
    void what_was_said_is_found_newest_first() {
        var room = aRoomWithBob();
        var one = says(ALICE, room, "Hello, World");
        var two = says(BOB, room, "hello again");
        says(BOB, room, "goodbye");

        var found = searches(BOB, "HELLO");
        assertThat(ids(found)).containsExactly(two, one);
        assertThat(found.count()).isEqualTo(2);
        assertThat(found.highlights()).containsExactly("hello");
        assertThat(found.nextBatch()).isEmpty();
        assertThat(ids(searches(BOB, "world hello"))).containsExactly(one);
        assertThat(ids(searches(BOB, "hell"))).isEmpty();
        assertThat(ids(searches(BOB, "?!"))).isEmpty();
    }

    @Test
    void words_of_languages_without_spaces_are_found() {
        var room = aRoomWithBob();
        var chinese = says(ALICE, room, "我们明天在北京见面");
        var japanese = says(ALICE, room, "東京でコーヒーを飲みました");
        var korean = says(ALICE, room, "우리는 한국어를 배웁니다");
        var thai = says(ALICE, room, "สวัสดีชาวโลก");

        assertThat(ids(searches(BOB, "北京"))).containsExactly(chinese);
        assertThat(ids(searches(BOB, "见"))).containsExactly(chinese);
        assertThat(ids(searches(BOB, "コーヒー"))).containsExactly(japanese);
        assertThat(ids(searches(BOB, "한국"))).containsExactly(korean);
        assertThat(ids(searches(BOB, "ชาวโลก"))).containsExactly(thai);
        assertThat(ids(searches(BOB, "北東"))).isEmpty();
        assertThat(ids(searches(BOB, "コヒーー"))).isEmpty();
    }

    @Test
    void names_and_topics_are_found_too_if_they_are_wanted() {
        var room = aRoomWithBob();
        var name = sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Tea house"));
        var topic = sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "All about tea"));
        var body = says(ALICE, room, "tea?");

        assertThat(ids(searches(BOB, "tea"))).containsExactly(body, topic, name);
        var names = new Wanted(
                BOB,
                "tea",
                Set.of(SearchKey.NAME),
                RoomEventFilter.ALL,
                false,
                Optional.empty(),
                false,
                Set.of(),
                Optional.empty());
        assertThat(ids(searches(names))).containsExactly(name);
    }

    @Test
    void nobody_finds_what_is_said_in_rooms_they_never_were_in() {
        var room = created(aRoomOf(ALICE));
        says(ALICE, room, "secret");

        assertThat(ids(searches(BOB, "secret"))).isEmpty();
        assertThat(ids(searches(wanted(BOB, "secret", in(room), Optional.empty()))))
                .isEmpty();
        assertThat(searches(BOB, "secret").count()).isZero();
        invites(ALICE, room, BOB);
        assertThat(ids(searches(BOB, "secret"))).isEmpty();
        assertThat(searches(BOB, "secret").count()).isZero();
    }

    @Test
    @Tag("easily-missed-10")
    void the_visibility_of_history_holds_at_each_event() {
        var room = created(aPublicRoomOf(ALICE));
        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "joined"));
        says(ALICE, room, "word before");
        joins(BOB, room);
        var during = says(ALICE, room, "word during");
        leaves(BOB, room);
        says(ALICE, room, "word after");

        assertThat(ids(searches(BOB, "word"))).containsExactly(during);
        assertThat(ids(searches(ALICE, "word"))).hasSize(3);
        forgets(BOB, room);
        assertThat(ids(searches(BOB, "word"))).isEmpty();
    }

    @Test
    @Tag("easily-missed-10")
    void the_context_of_a_result_tells_no_more_than_the_history() {
        var room = created(aPublicRoomOf(ALICE));
        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "joined"));
        says(ALICE, room, "before");
        joins(BOB, room);
        says(ALICE, room, "word");
        leaves(BOB, room);
        says(ALICE, room, "after");
        var found = searches(new Wanted(
                BOB,
                "word",
                ALL_KEYS,
                RoomEventFilter.ALL,
                false,
                Optional.of(new Around(5, 5, false)),
                false,
                Set.of(),
                Optional.empty()));

        var context = found.results().getFirst().context().orElseThrow();
        assertThat(texts(context.before())).isEmpty();
        assertThat(texts(context.after())).isEmpty();
        assertThat(members(context.before())).containsExactly(BOB.user().toString());
        assertThat(members(context.after())).containsExactly(BOB.user().toString());
    }

    @Test
    void what_is_redacted_is_not_found_in_either_order() {
        var room = aRoomWithBob();
        var oops = says(ALICE, room, "This message is going to be redacted");
        var kept = says(ALICE, room, "This message is not going to be redacted");
        assertThat(ids(searches(BOB, "redacted"))).containsExactly(kept, oops);
        redacts(ALICE, room, oops);

        assertThat(ids(searches(BOB, "redacted"))).containsExactly(kept);
        assertThat(searches(BOB, "redacted").count()).isEqualTo(1);
        assertThat(ids(searches(byRank(BOB, "redacted", Optional.empty())))).containsExactly(kept);
    }

    private static Wanted byRank(Requester user, String term, Optional<String> nextBatch) {
        return new Wanted(user, term, ALL_KEYS, atMost(2), true, Optional.empty(), false, Set.of(), nextBatch);
    }

    @Test
    void the_best_come_first_when_they_are_ranked() {
        var room = aRoomWithBob();
        var whole = says(ALICE, room, "tea");
        var half = says(ALICE, room, "tea time");
        var little = says(ALICE, room, "we never had any tea in the garden");

        var first = searches(byRank(BOB, "tea", Optional.empty()));
        says(ALICE, room, "tea tea");
        var second = searches(byRank(BOB, "tea", first.nextBatch()));

        assertThat(ids(first)).containsExactly(whole, half);
        assertThat(first.results().getFirst().rank()).isEqualTo(1);
        assertThat(ids(second)).containsExactly(little);
        assertThat(second.nextBatch()).isEmpty();
    }

    @Test
    void pages_follow_each_other_to_the_end() {
        var room = aRoomWithBob();
        var said = new ArrayList<EventId>();
        for (int number = 0; number < 5; number++) {
            said.addFirst(says(ALICE, room, "Message number " + number));
        }

        var first = searches(wanted(BOB, "message", atMost(3), Optional.empty()));
        says(ALICE, room, "a message meanwhile");
        var second = searches(wanted(BOB, "message", atMost(3), first.nextBatch()));

        assertThat(ids(first)).isEqualTo(said.subList(0, 3));
        assertThat(first.count()).isEqualTo(5);
        assertThat(ids(second)).isEqualTo(said.subList(3, 5));
        assertThat(second.nextBatch()).isEmpty();
        var twos = searches(wanted(BOB, "number", atMost(5), Optional.empty()));
        var none = searches(wanted(BOB, "number", atMost(5), twos.nextBatch()));
        assertThat(twos.nextBatch()).isPresent();
        assertThat(ids(none)).isEmpty();
        assertThat(none.nextBatch()).isEmpty();
        assertThat(none.count()).isEqualTo(5);
    }

    @Test
    void a_token_of_something_else_is_refused() {
        for (var token : List.of("s1_2", "", "e30", "!!", "eyJiZWZvcmUiOi0xfQ", "bnVsbA")) {
            assertThatThrownBy(() -> searches(wanted(BOB, "tea", RoomEventFilter.ALL, Optional.of(token))))
                    .isInstanceOf(InvalidParam.class);
        }
    }

    @Test
    void the_filter_holds() {
        var room = aRoomWithBob();
        var other = aRoomWithBob();
        var byAlice = says(ALICE, room, "word");
        says(BOB, other, "word");
        var senders = RoomEventFilter.parse(JsonObject.of("senders", JsonArray.ofStrings(List.of(ALICE.user()))));

        assertThat(ids(searches(wanted(BOB, "word", in(room), Optional.empty()))))
                .containsExactly(byAlice);
        assertThat(ids(searches(wanted(BOB, "word", senders, Optional.empty()))))
                .containsExactly(byAlice);
    }

    @Test
    void who_is_ignored_is_not_found() {
        var room = aRoomWithBob();
        says(ALICE, room, "word");
        ignores(BOB, ALICE);

        assertThat(ids(searches(BOB, "word"))).isEmpty();
    }

    @Test
    void the_context_and_the_profiles_of_then_and_the_state_of_now_are_told() {
        var room = aRoomWithBob();
        for (int number = 1; number <= 7; number++) {
            says(ALICE, room, "Message number " + number);
        }
        var found = searches(new Wanted(
                BOB,
                "Message 4",
                ALL_KEYS,
                atMost(1),
                false,
                Optional.of(new Around(2, 1, true)),
                true,
                Set.of(),
                Optional.empty()));

        var context = found.results().getFirst().context().orElseThrow();
        assertThat(texts(context.before())).containsExactly("Message number 3", "Message number 2");
        assertThat(texts(context.after())).containsExactly("Message number 5");
        assertThat(context.profiles().orElseThrow()).containsOnlyKeys(ALICE.user());
        assertThat(types(found.state().get(room))).contains("m.room.create", "m.room.power_levels");
        assertThat(texts(before(BOB, room, context.end(), Optional.of(context.start()))))
                .containsExactly("Message number 2", "Message number 3", "Message number 4", "Message number 5");
    }

    @Test
    void results_are_grouped_and_a_group_is_read_on_alone() {
        var attic = aRoomWithBob();
        var barn = aRoomWithBob();
        var one = says(ALICE, attic, "word one");
        var two = says(BOB, barn, "word two");
        var three = says(ALICE, barn, "word three");
        var both = EnumSet.allOf(Grouping.class);
        var found = searches(
                new Wanted(BOB, "word", ALL_KEYS, atMost(2), false, Optional.empty(), false, both, Optional.empty()));

        var rooms = found.groups().get(Grouping.ROOM);
        var senders = found.groups().get(Grouping.SENDER);
        assertThat(rooms).containsOnlyKeys(barn.toString());
        assertThat(rooms.get(barn.toString()).results()).containsExactly(three, two);
        var alice = senders.get(ALICE.user().toString());
        assertThat(alice.order()).isEqualTo(1);
        assertThat(alice.results()).containsExactly(three);
        assertThat(senders.get(BOB.user().toString()).order()).isEqualTo(2);
        assertThat(ids(searches(wanted(BOB, "word", atMost(2), alice.nextBatch()))))
                .containsExactly(one);
        assertThat(ids(searches(wanted(
                        BOB, "word", atMost(2), rooms.get(barn.toString()).nextBatch()))))
                .isEmpty();
    }

    @Test
    void what_was_said_before_the_server_could_search_is_found() {
        var room = aRoomWithBob();
        var said = says(ALICE, room, "word");
        restart();

        assertThat(ids(searches(BOB, "word"))).containsExactly(said);
        restart();
        assertThat(ids(searches(BOB, "word"))).containsExactly(said);
    }

    @Test
    void guests_do_not_search() {
        assertThatThrownBy(() -> searches(Server.guest("guest"), "word")).isInstanceOf(GuestAccessForbidden.class);
    }
}
