package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.membership.BanUser;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.space.RoomPreview;
import org.hirundo.application.space.SummariseRoom;
import org.hirundo.application.space.WalkHierarchy;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Test;

/** Rooms seen from outside: their summaries, and the trees that spaces make of them. */
public abstract class SpaceStory extends RoomStory {

    private static final JsonObject VIA = JsonObject.of("via", JsonArray.ofStrings(List.of(Server.NAME)));

    private RoomId aSpace(String joinRule) {
        return created(aRoom(Optional.empty(), joinRule(joinRule), JsonObject.of("type", "m.space")));
    }

    private RoomId aRoom(String joinRule) {
        return created(aRoom(Optional.empty(), joinRule(joinRule), JsonObject.EMPTY));
    }

    private RoomId aRoomFor(String rule, RoomId members) {
        var allow = JsonObject.of("type", "m.room_membership").with("room_id", members.value());
        return created(aRoom(
                Optional.empty(),
                joinRule(rule).with("allow", JsonArray.of(allow, JsonObject.EMPTY)),
                JsonObject.EMPTY));
    }

    private static JsonObject joinRule(String rule) {
        return JsonObject.of("join_rule", rule);
    }

    private static NewRoom aRoom(Optional<String> version, JsonObject joinRules, JsonObject creationContent) {
        var room = aRoomOf(ALICE);
        return room.toBuilder()
                .version(version)
                .creationContent(creationContent)
                .initialState(List.of(new InitialState(EventType.JOIN_RULES, "", joinRules)))
                .build();
    }

    private void adds(RoomId space, RoomId child) {
        adds(space, child, VIA);
    }

    private void adds(RoomId space, RoomId child, JsonObject content) {
        sets(ALICE, space, new StateTuple(EventType.SPACE_CHILD, child.value()), content);
    }

    private WalkHierarchy.Page walks(
            Requester user, RoomId space, boolean suggested, int limit, int depth, Optional<String> from) {
        return the(WalkHierarchy.class)
                .walk(new WalkHierarchy.Wanted(
                        user, space, suggested, OptionalInt.of(limit), OptionalInt.of(depth), from));
    }

    private List<RoomId> walks(Requester user, RoomId space) {
        return rooms(walks(user, space, false, 50, 10, Optional.empty()));
    }

    private static List<RoomId> rooms(WalkHierarchy.Page page) {
        return page.rooms().stream().map(found -> found.room().room()).toList();
    }

    private RoomPreview sees(Requester user, RoomId room) {
        return summarises(Optional.of(user), new RoomReference.ById(room));
    }

    private RoomPreview summarises(Optional<Requester> user, RoomReference room) {
        return the(SummariseRoom.class).summarise(new SummariseRoom.Wanted(user, "192.0.2.7", room));
    }

    @Test
    void a_space_is_walked_depth_first_in_the_order_of_its_children() {
        var root = aSpace("public");
        var sub = aSpace("public");
        var last = aRoom("public");
        var first = aRoom("public");
        var leaf = aRoom("public");
        adds(root, last);
        adds(root, sub, VIA.with("order", "b"));
        adds(root, first, VIA.with("order", "a"));
        adds(sub, leaf);
        adds(last, aRoom("public"));

        assertThat(walks(BOB, root)).containsExactly(root, first, sub, leaf, last);
    }

    @Test
    void loops_and_rooms_that_come_twice_are_told_once() {
        var root = aSpace("public");
        var sub = aSpace("public");
        var room = aRoom("public");
        adds(root, sub);
        adds(root, room);
        adds(sub, room);
        adds(sub, root);

        assertThat(walks(BOB, root)).containsExactly(root, sub, room);
    }

    @Test
    void what_the_reader_may_not_see_is_left_out_with_all_that_is_under_it() {
        var root = aSpace("public");
        var hidden = aSpace("invite");
        var below = aRoom("public");
        var gone = aRoom("public");
        adds(root, hidden);
        adds(hidden, below);
        adds(root, gone);
        adds(root, gone, JsonObject.EMPTY);
        adds(root, RoomId.parse("!elsewhere:elsewhere.example"));

        assertThat(walks(BOB, root)).containsExactly(root);
        assertThat(walks(ALICE, root)).containsExactly(root, hidden, below);
        assertThatThrownBy(() -> walks(BOB, hidden)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> walks(BOB, RoomId.parse("!nowhere:hirundo.example")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> walks(Server.guest("7"), root)).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void suggested_rooms_are_walked_alone_if_that_is_wanted() {
        var root = aSpace("public");
        var suggested = aRoom("public");
        var other = aRoom("public");
        adds(root, suggested, VIA.with("suggested", JsonBoolean.TRUE));
        adds(root, other);

        var page = walks(BOB, root, true, 50, 10, Optional.empty());
        assertThat(rooms(page)).containsExactly(root, suggested);
        assertThat(page.rooms().getFirst().children())
                .extracting(child -> child.room())
                .containsExactly(suggested);
    }

    @Test
    void the_walk_goes_no_deeper_than_wanted_and_still_tells_what_is_there() {
        var root = aSpace("public");
        var sub = aSpace("public");
        var leaf = aRoom("public");
        adds(root, sub);
        adds(sub, leaf);

        var page = walks(BOB, root, false, 50, 1, Optional.empty());
        assertThat(rooms(page)).containsExactly(root, sub);
        assertThat(page.rooms().getLast().children())
                .extracting(child -> child.room())
                .containsExactly(leaf);
        assertThat(rooms(walks(BOB, root, false, 50, 0, Optional.empty()))).containsExactly(root);
    }

    @Test
    void the_walk_is_gone_on_with_as_it_was_begun() {
        var root = aSpace("public");
        var rooms = List.of(aRoom("public"), aRoom("public"), aRoom("public"));
        for (int number = 0; number < rooms.size(); number++) {
            adds(root, rooms.get(number), VIA.with("order", "" + number));
        }

        var first = walks(BOB, root, false, 2, 10, Optional.empty());
        var second = walks(BOB, root, false, 2, 10, first.nextBatch());
        assertThat(rooms(first)).containsExactly(root, rooms.get(0));
        assertThat(rooms(second)).containsExactly(rooms.get(1), rooms.get(2));
        assertThat(second.nextBatch()).isEmpty();
        assertThatThrownBy(() -> walks(BOB, root, true, 2, 10, first.nextBatch()))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> walks(BOB, root, false, 2, 9, first.nextBatch()))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> walks(BOB, root, false, 2, 10, Optional.of("garbage")))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> walks(BOB, root, false, 0, 10, Optional.empty()))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> walks(BOB, root, false, 2, -1, Optional.empty()))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void a_summary_says_what_the_room_shows_of_itself() {
        var club = aRoom("public");
        var room = aRoomFor("restricted", club);
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "The Grand Duke Pub"));
        joins(BOB, club);

        var preview = sees(BOB, room);
        assertThat(preview.summary().name()).contains("The Grand Duke Pub");
        assertThat(preview.summary().joinedMembers()).isEqualTo(1);
        assertThat(preview.allowedRooms()).containsExactly(club);
        assertThat(preview.membership()).isEmpty();
        assertThat(sees(ALICE, room).membership()).contains(Membership.JOIN);
        assertThat(sees(ALICE, club).allowedRooms()).isEmpty();
    }

    @Test
    void who_cannot_come_in_sees_nothing() {
        var club = aRoom("invite");
        var restricted = aRoomFor("restricted", club);
        var closed = aRoom("invite");
        for (var room : List.of(club, restricted, closed, RoomId.parse("!nowhere:hirundo.example"))) {
            assertThatThrownBy(() -> sees(BOB, room)).isInstanceOf(NotFound.class);
        }

        invites(ALICE, closed, BOB);
        assertThat(sees(BOB, closed).membership()).contains(Membership.INVITE);
        assertThat(sees(BOB, aRoomFor("knock_restricted", club)).room()).isNotNull();
        sets(ALICE, restricted, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "world_readable"));
        assertThat(sees(BOB, restricted).summary().worldReadable()).isTrue();
    }

    @Test
    void who_is_banned_sees_nothing_of_a_public_room() {
        var room = aRoom("public");
        the(BanUser.class).ban(new BanUser.Ban(ALICE, room, BOB.user(), Optional.empty()));

        assertThatThrownBy(() -> sees(BOB, room)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_join_rule_that_the_version_does_not_know_opens_nothing() {
        var room = created(aRoom(Optional.of("6"), joinRule("knock"), JsonObject.EMPTY));
        var club = aRoom("public");
        joins(BOB, club);
        var allow = JsonArray.of(JsonObject.of("type", "m.room_membership").with("room_id", club.value()));
        var restricted =
                created(aRoom(Optional.of("7"), joinRule("restricted").with("allow", allow), JsonObject.EMPTY));

        assertThatThrownBy(() -> sees(BOB, room)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sees(BOB, restricted)).isInstanceOf(NotFound.class);
    }

    @Test
    void strangers_see_open_rooms_by_their_aliases() {
        var room = aRoom("knock");
        var alias = RoomAlias.parse("#pub:hirundo.example");
        the(CreateAlias.class).create(new CreateAlias.Create(ALICE, alias, room));

        assertThat(summarises(Optional.empty(), new RoomReference.ByAlias(alias))
                        .room())
                .isEqualTo(room);
        assertThatThrownBy(() -> summarises(Optional.empty(), new RoomReference.ById(aRoom("invite"))))
                .isInstanceOf(NotFound.class);
    }
}
