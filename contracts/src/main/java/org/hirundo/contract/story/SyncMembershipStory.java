package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.membership.KnockOnRoom;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.sync.SyncAnswer.MemberSummary;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming into rooms and going out of them, as a client hears of it. */
public abstract class SyncMembershipStory extends SyncStory {

    private static final String WITH_LEFT = "{\"room\":{\"include_leave\":true}}";

    private static final InitialState NAME = new InitialState(EventType.NAME, "", JsonObject.of("name", "Inn"));

    private static InitialState visibility(String visibility) {
        return new InitialState(EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", visibility));
    }

    private RoomId aRoomToKnockAt() {
        return created(aPublicRoomOf(
                ALICE, NAME, new InitialState(EventType.JOIN_RULES, "", JsonObject.of("join_rule", "knock"))));
    }

    private static List<String> types(StrippedRoom room) {
        return room.events().stream()
                .map(event -> event.string("type").orElseThrow())
                .toList();
    }

    @Test
    @Tag("easily-missed-13")
    void an_invite_shows_what_the_room_is_and_who_invites_and_no_more() {
        var room = created(aPublicRoomOf(ALICE, NAME));
        says(ALICE, room, "secret");
        var first = syncs(BOB);
        invites(ALICE, room, BOB);
        var second = syncs(BOB, first);

        var shown = second.rooms().invited().get(room);
        assertThat(types(shown)).contains("m.room.create", "m.room.join_rules", "m.room.name", "m.room.member");
        assertThat(shown.events()).allSatisfy(event -> assertThat(event.names())
                .containsExactlyInAnyOrder("type", "state_key", "sender", "content"));
        assertThat(shown.events())
                .filteredOn(event -> event.string("type").equals(Optional.of("m.room.member")))
                .extracting(event -> event.string("state_key").orElseThrow())
                .containsExactlyInAnyOrder(ALICE.user().toString(), BOB.user().toString());
        assertThat(second.rooms().joined()).isEmpty();
        assertThat(syncs(BOB, second).rooms().invited()).isEmpty();
        assertThat(syncs(BOB).rooms().invited()).containsOnlyKeys(room);
    }

    @Test
    void an_invite_that_is_taken_becomes_a_room_and_is_one_no_more() {
        var room = created(aRoomOf(ALICE));
        says(ALICE, room, "before");
        invites(ALICE, room, BOB);
        var first = syncs(BOB);
        joins(BOB, room);
        var second = syncs(BOB, first);

        assertThat(second.rooms().invited()).isEmpty();
        assertThat(second.rooms().left()).isEmpty();
        assertThat(texts(second, room)).containsExactly("before");
        assertThat(members(in(second, room).timeline().events()))
                .contains(BOB.user().toString());
    }

    @Test
    @Tag("easily-missed-9")
    void an_invite_that_is_declined_or_taken_back_is_told_as_left_once() {
        var declined = created(aRoomOf(ALICE));
        var retracted = created(aRoomOf(ALICE));
        invites(ALICE, declined, BOB);
        invites(ALICE, retracted, BOB);
        says(ALICE, declined, "secret");
        var first = syncs(BOB);
        leaves(BOB, declined);
        kicks(ALICE, retracted, BOB);
        var second = syncs(BOB, first);

        assertThat(second.rooms().left()).containsOnlyKeys(declined, retracted);
        assertThat(second.rooms().left().values()).allSatisfy(room -> {
            assertThat(room.state()).isEmpty();
            assertThat(room.timeline().events())
                    .allSatisfy(event -> assertThat(event.event().stateKey())
                            .contains(BOB.user().toString()));
        });
        assertThat(syncs(BOB, second).rooms().left()).isEmpty();
        assertThat(syncs(BOB).rooms().left()).isEmpty();
    }

    @Test
    @Tag("easily-missed-9")
    @Tag("easily-missed-13")
    void a_knock_shows_what_the_room_is_and_when_it_is_taken_back_is_left() {
        var room = aRoomToKnockAt();
        var first = syncs(BOB);
        the(KnockOnRoom.class).knock(new KnockOnRoom.Knock(BOB, new RoomReference.ById(room), Optional.empty()));
        var second = syncs(BOB, first);
        leaves(BOB, room);
        var third = syncs(BOB, second);

        assertThat(types(second.rooms().knocked().get(room))).contains("m.room.create", "m.room.name", "m.room.member");
        assertThat(third.rooms().knocked()).isEmpty();
        assertThat(third.rooms().left()).containsOnlyKeys(room);
        assertThat(syncs(BOB, third).rooms().left()).isEmpty();
    }

    @Test
    void a_knock_that_is_heard_becomes_an_invite() {
        var room = aRoomToKnockAt();
        the(KnockOnRoom.class).knock(new KnockOnRoom.Knock(BOB, new RoomReference.ById(room), Optional.empty()));
        var first = syncs(BOB);
        invites(ALICE, room, BOB);

        assertThat(first.rooms().knocked()).containsOnlyKeys(room);
        assertThat(syncs(BOB, first).rooms().invited()).containsOnlyKeys(room);
        assertThat(syncs(BOB).rooms().knocked()).isEmpty();
    }

    @Test
    @Tag("easily-missed-9")
    void who_leaves_is_told_of_all_until_then_and_once() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        says(ALICE, room, "bye");
        leaves(BOB, room);
        says(ALICE, room, "gone at last");
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "behind Bob's back"));
        var second = syncs(BOB, first);

        var left = second.rooms().left().get(room);
        assertThat(types(left.timeline().events())).containsExactly("m.room.message", "m.room.member");
        assertThat(left.state()).isEmpty();
        assertThat(second.rooms().joined()).isEmpty();
        says(ALICE, room, "still talking");
        var third = syncs(BOB, second);
        assertThat(third.rooms().left()).isEmpty();
        assertThat(third.rooms().joined()).isEmpty();
        assertThat(syncs(BOB).rooms().left()).isEmpty();
    }

    @Test
    @Tag("easily-missed-9")
    void rooms_that_were_left_are_told_of_to_who_asks() {
        var room = aRoomWithBob();
        says(ALICE, room, "before");
        leaves(BOB, room);
        says(ALICE, room, "after");

        var told = asking(BOB).filter(WITH_LEFT).now().rooms().left().get(room);
        assertThat(texts(told.timeline().events())).containsExactly("before");
        forgets(BOB, room);
        assertThat(asking(BOB).filter(WITH_LEFT).now().rooms().left()).isEmpty();
    }

    @Test
    void who_is_put_out_or_kept_out_is_told_by_whom() {
        var kicked = aRoomWithBob();
        var banned = aRoomWithBob();
        var first = syncs(BOB);
        kicks(ALICE, kicked, BOB);
        bans(ALICE, banned, BOB);
        var second = syncs(BOB, first);

        assertThat(second.rooms().left()).containsOnlyKeys(kicked, banned);
        assertThat(second.rooms().left().values()).allSatisfy(room -> assertThat(
                        room.timeline().events().getLast().event().sender())
                .isEqualTo(ALICE.user()));
    }

    @Test
    void a_room_forgotten_at_once_is_still_told_as_left() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        leaves(BOB, room);
        forgets(BOB, room);

        var second = syncs(BOB, first);
        assertThat(second.rooms().left()).containsOnlyKeys(room);
        assertThat(syncs(BOB, second).rooms().left()).isEmpty();
    }

    @Test
    void who_comes_back_is_told_of_the_room_as_of_a_new_one() {
        var room = aRoomWithBob();
        leaves(BOB, room);
        var first = syncs(BOB);
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "meanwhile"));
        joins(BOB, room);

        var told = in(syncs(BOB, first), room);
        assertThat(told.summary()).isPresent();
        var whole = in(asking(BOB).stateAfter().since(first).now(), room);
        assertThat(types(whole.state())).contains("m.room.create", "m.room.topic", "m.room.power_levels");
    }

    @Test
    void who_left_and_came_back_between_two_answers_misses_nothing() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        leaves(BOB, room);
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "meanwhile"));
        joins(BOB, room);
        says(ALICE, room, "welcome back");

        var second = syncs(BOB, first);
        assertThat(second.rooms().left()).isEmpty();
        assertThat(types(in(second, room).timeline().events()))
                .containsExactly("m.room.member", "m.room.topic", "m.room.member", "m.room.message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"joined", "invited"})
    void who_enters_sees_what_the_room_shows_and_all_of_its_state(String visibility) {
        var room = created(aPublicRoomOf(ALICE, visibility(visibility)));
        says(ALICE, room, "before");
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "tea"));
        var first = syncs(BOB);
        invites(ALICE, room, BOB);
        says(ALICE, room, "invited");
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        joins(BOB, room);
        says(ALICE, room, "joined");

        for (var told : List.of(in(syncs(BOB, first), room), in(syncs(BOB), room))) {
            var texts = texts(told.timeline().events());
            assertThat(texts).isEqualTo(visibility.equals("joined") ? List.of("joined") : List.of("invited", "joined"));
            var all = new ArrayList<>(told.state());
            all.addAll(told.timeline().events());
            assertThat(types(all)).contains("m.room.topic", "m.room.name", "m.room.create", "m.room.member");
        }
    }

    @Test
    @Tag("easily-missed-9")
    void who_comes_back_does_not_see_what_was_said_meanwhile_where_only_members_do() {
        var room = created(aPublicRoomOf(ALICE, visibility("joined")));
        joins(BOB, room);
        says(ALICE, room, "with Bob");
        leaves(BOB, room);
        var first = syncs(BOB);
        says(ALICE, room, "without Bob");
        joins(BOB, room);
        says(ALICE, room, "with Bob again");

        assertThat(texts(syncs(BOB, first), room)).doesNotContain("without Bob").contains("with Bob again");
        assertThat(texts(syncs(BOB), room)).containsExactly("with Bob", "with Bob again");
    }

    @Test
    void who_is_ignored_is_not_heard_and_cannot_invite() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        ignores(BOB, CAROL);
        var first = syncs(BOB);
        var secret = created(aRoomOf(CAROL));
        invites(CAROL, secret, BOB);
        says(CAROL, room, "ignored");
        says(ALICE, room, "heard");
        leaves(CAROL, room);
        var second = syncs(BOB, first);

        assertThat(texts(second, room)).containsExactly("heard");
        assertThat(members(in(second, room).timeline().events()))
                .containsExactly(CAROL.user().toString());
        assertThat(second.rooms().invited()).isEmpty();
        assertThat(syncs(BOB).rooms().invited()).isEmpty();
        assertThat(in(second, room).unread().total().notifications()).isEqualTo(1);
    }

    @Test
    void a_summary_comes_when_members_or_the_name_change_and_not_with_every_message() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        says(ALICE, room, "hello");
        var second = syncs(BOB, first);
        invites(ALICE, room, CAROL);
        var third = syncs(BOB, second);
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        var fourth = syncs(BOB, third);
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", ""));
        var fifth = syncs(BOB, fourth);

        assertThat(in(first, room).summary()).contains(new MemberSummary(List.of(ALICE.user()), 2, 0));
        assertThat(in(second, room).summary()).isEmpty();
        assertThat(in(third, room).summary()).contains(new MemberSummary(List.of(ALICE.user(), CAROL.user()), 2, 1));
        assertThat(in(fourth, room).summary().orElseThrow().heroes()).isEmpty();
        assertThat(in(fifth, room).summary().orElseThrow().heroes()).containsExactly(ALICE.user(), CAROL.user());
    }

    @Test
    void a_room_everybody_left_is_named_after_who_was_there() {
        var room = aRoomWithBob();
        leaves(ALICE, room);

        assertThat(in(syncs(BOB), room).summary()).contains(new MemberSummary(List.of(ALICE.user()), 1, 0));
    }
}
