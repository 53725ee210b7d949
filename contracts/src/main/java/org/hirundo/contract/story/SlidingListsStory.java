package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Which rooms the lists of sliding sync show. */
public abstract class SlidingListsStory extends SlidingStory {

    private static String ranges(String ranges) {
        return list("\"timeline_limit\":1,\"ranges\":" + ranges);
    }

    private static String filter(String filter) {
        return list("\"timeline_limit\":1,\"filters\":" + filter);
    }

    private void shows(Requester user, String filter, RoomId... rooms) {
        var told = sliding(user, filter(filter)).now();

        assertThat(told.rooms()).as(filter).containsOnlyKeys(rooms);
        assertThat(told.lists()).as(filter).containsEntry("all", rooms.length);
    }

    @Test
    void a_range_shows_the_rooms_of_late_activity_and_counts_all() {
        var one = aRoomWithBob();
        var two = aRoomWithBob();
        var three = aRoomWithBob();
        says(ALICE, one, "late");
        var first = sliding(BOB, ranges("[[0,1]]")).now();
        var second = sliding(BOB, ranges("[[0,2]]")).after(first).now();
        says(ALICE, two, "later");
        var third = sliding(BOB, ranges("[[0,0]]")).after(second).now();
        says(ALICE, one, "latest");
        says(ALICE, two, "latest of all");
        var fourth = sliding(BOB, ranges("[[0,0]]")).after(third).now();
        var fifth = sliding(BOB, ranges("[[0,1]]")).after(fourth).now();

        assertThat(first.rooms()).containsOnlyKeys(one, three);
        assertThat(first.lists()).containsEntry("all", 3);
        assertThat(second.rooms()).containsOnlyKeys(two);
        assertThat(in(second, two).lists()).containsExactly("all");
        assertThat(third.rooms()).containsOnlyKeys(two);
        assertThat(fourth.rooms()).containsOnlyKeys(two);
        assertThat(fifth.rooms()).containsOnlyKeys(one);
        assertThat(in(fifth, one).initial()).isFalse();
        assertThat(texts(fifth, one)).containsExactly("latest");
    }

    @Test
    void activity_is_found_after_a_restart_too() {
        var one = aRoomWithBob();
        var two = aRoomWithBob();
        says(ALICE, one, "late");
        restart();

        assertThat(sliding(BOB, ranges("[[0,0]]")).now().rooms()).containsOnlyKeys(one);
        says(ALICE, two, "later");
        assertThat(sliding(BOB, ranges("[[0,0]]")).now().rooms()).containsOnlyKeys(two);
    }

    @Test
    void rooms_are_chosen_by_what_they_show() {
        var plain = aRoomWithBob();
        var encrypted = aRoomWithBob();
        sets(ALICE, encrypted, EventType.ENCRYPTION, JsonObject.of("algorithm", "m.megolm.v1.aes-sha2"));
        var invited = created(aRoomOf(ALICE));
        invites(ALICE, invited, BOB);

        shows(BOB, "{\"is_encrypted\":true}", encrypted);
        shows(BOB, "{\"is_encrypted\":false}", plain, invited);
        shows(BOB, "{\"is_invite\":true}", invited);
        shows(BOB, "{\"is_invite\":false}", plain, encrypted);
        shows(BOB, "{\"room_types\":[\"m.space\"]}");
        sets(ALICE, plain, EventType.NAME, JsonObject.of("name", "The Inn"));
        shows(BOB, "{\"room_name_like\":\"inn\"}", plain);
    }

    @Test
    void rooms_are_chosen_by_how_the_user_sorts_them() {
        var direct = aRoomWithBob();
        var tagged = aRoomWithBob();
        shows(BOB, "{\"is_dm\":true}");
        keeps(
                BOB,
                Optional.empty(),
                "m.direct",
                JsonObject.of(ALICE.user().toString(), JsonArray.ofStrings(List.of(direct))));
        keeps(BOB, Optional.of(tagged), "m.tag", JsonObject.of("tags", JsonObject.of("m.favourite", JsonObject.EMPTY)));

        shows(BOB, "{\"is_dm\":true}", direct);
        shows(BOB, "{\"is_dm\":false}", tagged);
        shows(BOB, "{\"tags\":[\"m.favourite\"]}", tagged);
        shows(BOB, "{\"not_tags\":[\"m.favourite\"]}", direct);
        restart();
        shows(BOB, "{\"is_dm\":true,\"not_tags\":[\"m.favourite\"]}", direct);
        assertThat(in(sliding(BOB, filter("{\"is_dm\":true}")).now(), direct).direct())
                .contains(true);
    }

    @Test
    void that_a_room_becomes_direct_is_told() {
        var room = aRoomWithBob();
        var client = sliding(BOB, all(1));
        var first = client.now();
        var content = JsonObject.of(ALICE.user().toString(), JsonArray.ofStrings(List.of(room)));
        var waiting = client.after(first).waiting();
        keeps(BOB, Optional.empty(), "m.direct", content);
        var second = waiting.news();
        keeps(BOB, Optional.empty(), "m.direct", JsonObject.EMPTY);
        var third = client.after(second).now();

        assertThat(in(first, room).direct()).isEmpty();
        assertThat(in(second, room).direct()).contains(true);
        assertThat(in(third, room).direct()).contains(false);
        assertThat(client.after(third).now().rooms()).isEmpty();
    }

    @Test
    void rooms_are_chosen_by_the_spaces_that_the_user_is_in() {
        var child = aRoomWithBob();
        var former = aRoomWithBob();
        var space = aRoomWithBob();
        var foreign = created(aPublicRoomOf(ALICE));
        for (var parent : List.of(space, foreign)) {
            names(parent, child, JsonObject.of("via", JsonArray.ofStrings(List.of(Server.NAME))));
            names(parent, former, JsonObject.EMPTY);
        }

        shows(BOB, "{\"spaces\":[\"" + space + "\"]}", child);
        shows(BOB, "{\"spaces\":[\"" + foreign + "\"]}");
    }

    private void names(RoomId space, RoomId child, JsonObject content) {
        sets(ALICE, space, new StateTuple(EventType.SPACE_CHILD, child.toString()), content);
    }

    @Test
    void a_room_of_several_places_gets_what_any_of_them_wants() {
        var room = aRoomWithBob();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        says(ALICE, room, "one");
        says(ALICE, room, "two");
        var told = sliding(BOB, """
                {"lists":{"names":{"timeline_limit":1,"required_state":[["m.room.name",""]]},
                          "creators":{"timeline_limit":0,"required_state":[["m.room.create",""]]}},
                 "room_subscriptions":{"%s":{"timeline_limit":2}}}""".formatted(room)).now();

        assertThat(texts(told, room)).containsExactly("one", "two");
        assertThat(types(in(told, room).requiredState())).containsExactlyInAnyOrder("m.room.name", "m.room.create");
        assertThat(in(told, room).lists()).containsExactlyInAnyOrder("names", "creators");
    }

    @Test
    void who_is_ignored_is_not_heard_and_cannot_invite() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        ignores(BOB, CAROL);
        var client = sliding(BOB, all(10));
        var first = client.now();
        var secret = created(aRoomOf(CAROL));
        invites(CAROL, secret, BOB);
        says(CAROL, room, "ignored");
        says(ALICE, room, "heard");
        var second = client.after(first).now();

        assertThat(second.rooms()).containsOnlyKeys(room);
        assertThat(texts(second, room)).containsExactly("heard");
    }

    @Test
    void an_invite_of_a_server_that_is_ignored_is_not_heard() {
        keeps(
                BOB,
                Optional.empty(),
                "org.matrix.msc4155.invite_permission_config",
                JsonObject.of("ignored_servers", JsonArray.ofStrings(List.of("hirundo.*"))));
        invites(CAROL, created(aRoomOf(CAROL)), BOB);

        assertThat(sliding(BOB, all(10)).now().rooms()).isEmpty();
    }
}
