package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.membership.BanUser;
import org.hirundo.application.membership.ForgetRoom;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.membership.KickUser;
import org.hirundo.application.membership.KnockOnRoom;
import org.hirundo.application.membership.ListJoinedRooms;
import org.hirundo.application.membership.ListMutualRooms;
import org.hirundo.application.membership.UnbanUser;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.ListJoinedMembers;
import org.hirundo.application.timeline.ListMembers;
import org.hirundo.domain.error.BadState;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.error.UserSuspended;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coming into rooms and going out of them. */
public abstract class MembershipStory extends RoomStory {

    private void kicks(Requester user, RoomId room, Requester kicked) {
        the(KickUser.class).kick(new KickUser.Kick(user, room, kicked.user(), Optional.of("Telling unfunny jokes")));
    }

    private void bans(Requester user, RoomId room, Requester banned) {
        the(BanUser.class).ban(new BanUser.Ban(user, room, banned.user(), Optional.empty()));
    }

    private void unbans(Requester user, RoomId room, Requester banned) {
        the(UnbanUser.class).unban(new UnbanUser.Unban(user, room, banned.user(), Optional.empty()));
    }

    private void knocks(Requester user, RoomId room) {
        the(KnockOnRoom.class)
                .knock(new KnockOnRoom.Knock(user, new RoomReference.ById(room), Optional.of("Looking for support")));
    }

    private void forgets(Requester user, RoomId room) {
        the(ForgetRoom.class).forget(user, room);
    }

    private static InitialState joinRule(JsonObject content) {
        return new InitialState(EventType.JOIN_RULES, "", content);
    }

    private static InitialState restrictedTo(RoomId room) {
        return joinRule(JsonObject.of("join_rule", "restricted")
                .with(
                        "allow",
                        JsonArray.of(JsonObject.of("type", "m.room_membership").with("room_id", room.value()))));
    }

    private RoomId publicRoom() {
        return created(aPublicRoomOf(ALICE));
    }

    @Test
    void everybody_joins_a_public_room_and_joining_twice_is_joining_once() {
        var room = publicRoom();
        joins(BOB, room);
        var before = storage().stream().position();
        joins(BOB, room);

        assertThat(storage().stream().position()).isEqualTo(before);
        assertThat(the(ListJoinedRooms.class).list(BOB)).containsExactly(room);
        assertThat(summary(room).orElseThrow().joinedMembers()).isEqualTo(2);
    }

    @Test
    @Tag("easily-missed-26")
    void a_room_is_joined_by_its_alias() {
        var room =
                created(NewRoom.by(ALICE).published(true).aliasLocalpart("inn").build());
        var join = the(JoinRoom.class);

        assertThat(join.join(
                        new JoinRoom.Join(BOB, RoomReference.parse("#inn:hirundo.example"), Optional.of("Thirsty"))))
                .isEqualTo(room);
        assertThat(state(BOB, room, EventType.MEMBER, BOB.user().toString()))
                .contains(JsonObject.of("membership", "join").with("reason", "Thirsty"));
        assertThatThrownBy(() -> join.join(
                        new JoinRoom.Join(BOB, RoomReference.parse("#out:hirundo.example"), Optional.empty())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_join_carries_what_the_client_adds_but_nothing_that_has_a_meaning() {
        var room = created(aPublicRoomOf(ALICE));
        var extra = JsonObject.of("org.example.mood", "merry")
                .with("membership", "ban")
                .with("displayname", "Mallory")
                .with("avatar_url", "mxc://example.org/mallory")
                .with("is_direct", "true")
                .with("join_authorised_via_users_server", ALICE.user().toString())
                .with("third_party_invite", JsonObject.EMPTY)
                .with("third_party_signed", JsonObject.EMPTY);

        the(JoinRoom.class).join(new JoinRoom.Join(BOB, new RoomReference.ById(room), Optional.of("Thirsty"), extra));

        assertThat(state(BOB, room, EventType.MEMBER, BOB.user().toString()))
                .contains(JsonObject.of("membership", "join")
                        .with("org.example.mood", "merry")
                        .with("reason", "Thirsty"));
    }

    @Test
    void a_room_that_is_not_there_cannot_be_joined() {
        assertThatThrownBy(() -> joins(BOB, RoomId.parse("!nowhere:hirundo.example")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_private_room_is_joined_by_invitation() {
        var room = created(aRoomOf(ALICE));
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);

        invites(ALICE, room, BOB);
        assertThat(membership(BOB.user(), room)).contains(Membership.INVITE);
        joins(BOB, room);
        assertThat(membership(BOB.user(), room)).contains(Membership.JOIN);
        assertThatThrownBy(() -> invites(ALICE, room, BOB)).isInstanceOf(Forbidden.class);
    }

    @Test
    void who_is_invited_is_not_invited_again() {
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);
        var before = storage().stream().position();
        invites(ALICE, room, BOB);

        assertThat(storage().stream().position()).isEqualTo(before);
        assertThatThrownBy(() -> invites(CAROL, room, BOB)).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_invite_can_be_rejected_and_taken_back() {
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);
        leaves(BOB, room);
        assertThat(membership(BOB.user(), room)).contains(Membership.LEAVE);

        invites(ALICE, room, BOB);
        kicks(ALICE, room, BOB);
        assertThat(membership(BOB.user(), room)).contains(Membership.LEAVE);
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
    }

    @Test
    void leaving_twice_is_leaving_once_and_strangers_cannot_leave() {
        var room = publicRoom();
        joins(BOB, room);
        leaves(BOB, room);
        var before = storage().stream().position();
        leaves(BOB, room);

        assertThat(storage().stream().position()).isEqualTo(before);
        assertThat(summary(room).orElseThrow().joinedMembers()).isEqualTo(1);
        assertThatThrownBy(() -> leaves(CAROL, room)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> leaves(BOB, RoomId.parse("!nowhere:hirundo.example")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void kicking_takes_power_and_somebody_to_kick() {
        var room = publicRoom();
        joins(BOB, room);
        joins(CAROL, room);
        assertThatThrownBy(() -> kicks(BOB, room, CAROL)).isInstanceOf(Forbidden.class);

        kicks(ALICE, room, CAROL);
        assertThat(state(ALICE, room, EventType.MEMBER, CAROL.user().toString()))
                .contains(JsonObject.of("membership", "leave").with("reason", "Telling unfunny jokes"));
        assertThatThrownBy(() -> kicks(ALICE, room, CAROL)).isInstanceOf(Forbidden.class);
        joins(CAROL, room);
    }

    @Test
    void who_is_banned_stays_out_until_the_ban_is_lifted() {
        var room = publicRoom();
        joins(BOB, room);
        assertThatThrownBy(() -> unbans(ALICE, room, BOB)).isInstanceOf(BadState.class);
        bans(ALICE, room, BOB);

        assertThat(membership(BOB.user(), room)).contains(Membership.BAN);
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invites(ALICE, room, BOB)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> leaves(BOB, room)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> kicks(ALICE, room, BOB)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> unbans(BOB, room, BOB)).isInstanceOf(Forbidden.class);

        unbans(ALICE, room, BOB);
        joins(BOB, room);
    }

    @Test
    void who_never_was_in_the_room_can_be_banned() {
        var room = publicRoom();
        bans(ALICE, room, CAROL);

        assertThatThrownBy(() -> joins(CAROL, room)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_knock_is_answered_by_an_invite() {
        var room = created(aPublicRoomOf(ALICE, joinRule(JsonObject.of("join_rule", "knock"))));
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
        knocks(BOB, room);
        knocks(BOB, room);

        assertThat(state(ALICE, room, EventType.MEMBER, BOB.user().toString()))
                .contains(JsonObject.of("membership", "knock").with("reason", "Looking for support"));
        invites(ALICE, room, BOB);
        assertThatThrownBy(() -> knocks(BOB, room)).isInstanceOf(Forbidden.class);
        joins(BOB, room);
    }

    @Test
    void a_knock_can_be_denied_and_taken_back() {
        var room = created(aPublicRoomOf(ALICE, joinRule(JsonObject.of("join_rule", "knock"))));
        knocks(BOB, room);
        kicks(ALICE, room, BOB);
        assertThat(membership(BOB.user(), room)).contains(Membership.LEAVE);

        knocks(BOB, room);
        leaves(BOB, room);
        assertThat(membership(BOB.user(), room)).contains(Membership.LEAVE);
        assertThatThrownBy(() -> knocks(BOB, publicRoom())).isInstanceOf(Forbidden.class);
    }

    @Test
    @Tag("easily-missed-14")
    void members_of_a_named_room_join_a_restricted_one_on_a_members_word() {
        var club = publicRoom();
        var room = created(aPublicRoomOf(ALICE, restrictedTo(club)));
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);

        joins(BOB, club);
        joins(BOB, room);
        assertThat(state(BOB, room, EventType.MEMBER, BOB.user().toString())
                        .orElseThrow()
                        .string("join_authorised_via_users_server"))
                .contains("@alice:hirundo.example");
        leaves(BOB, club);
        assertThat(membership(BOB.user(), room)).contains(Membership.JOIN);
    }

    @Test
    @Tag("easily-missed-14")
    void an_invite_opens_a_restricted_room_without_anybodys_word() {
        var room = created(aPublicRoomOf(ALICE, restrictedTo(RoomId.parse("!club:hirundo.example"))));
        invites(ALICE, room, BOB);
        joins(BOB, room);

        assertThat(state(BOB, room, EventType.MEMBER, BOB.user().toString())
                        .orElseThrow()
                        .has("join_authorised_via_users_server"))
                .isFalse();
    }

    @Test
    @Tag("easily-missed-14")
    void nobody_gives_themselves_the_word_that_opens_a_restricted_room() {
        var room = created(aPublicRoomOf(ALICE, restrictedTo(RoomId.parse("!club:hirundo.example"))));

        assertThatThrownBy(() -> sets(
                        BOB,
                        room,
                        StateTuple.member(BOB.user()),
                        JsonObject.of("membership", "join")
                                .with(
                                        "join_authorised_via_users_server",
                                        ALICE.user().toString())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    @Tag("easily-missed-14")
    void nobody_joins_a_restricted_room_when_no_member_may_let_them_in() {
        var club = publicRoom();
        var room = created(aPublicRoomOf(
                ALICE,
                restrictedTo(club),
                new InitialState(
                        EventType.POWER_LEVELS,
                        "",
                        JsonObject.of("invite", new JsonInteger(50)).with("users", JsonObject.EMPTY))));
        joins(BOB, club);
        joins(BOB, room);
        leaves(ALICE, room);
        joins(CAROL, club);

        assertThatThrownBy(() -> joins(CAROL, room)).isInstanceOf(Forbidden.class);
    }

    @Test
    void guests_join_where_they_are_let_in() {
        var guest = Server.guest("visitor");
        var open = created(aPublicRoomOf(
                ALICE, new InitialState(EventType.GUEST_ACCESS, "", JsonObject.of("guest_access", "can_join"))));
        joins(guest, open);
        says(guest, open, "hello");

        assertThatThrownBy(() -> joins(guest, publicRoom())).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    @Tag("easily-missed-26")
    void guests_leave_when_a_room_does_not_want_them_any_more() {
        var guest = Server.guest("visitor");
        storage()
                .accounts()
                .create(new Account(
                        guest.user(),
                        Account.Kind.GUEST,
                        Optional.empty(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        server().clock().instant()));
        var room = created(aPublicRoomOf(
                ALICE, new InitialState(EventType.GUEST_ACCESS, "", JsonObject.of("guest_access", "can_join"))));
        joins(guest, room);
        joins(BOB, room);
        sets(
                ALICE,
                room,
                EventType.GUEST_ACCESS,
                JsonObject.of("guest_access", "can_join").with("why", "still"));
        assertThat(membership(guest.user(), room)).contains(Membership.JOIN);

        sets(ALICE, room, EventType.GUEST_ACCESS, JsonObject.of("guest_access", "forbidden"));
        assertThat(membership(guest.user(), room)).contains(Membership.LEAVE);
        assertThat(membership(BOB.user(), room)).contains(Membership.JOIN);
        assertThatThrownBy(() -> joins(guest, room)).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    @Tag("easily-missed-4")
    void a_user_who_is_suspended_may_leave_and_nothing_else() {
        var room = publicRoom();
        joins(BOB, room);
        var suspended = new Requester(BOB.user(), BOB.device(), BOB.kind(), false, true, BOB.accessToken());

        assertThatThrownBy(() -> says(suspended, room, "hello")).isInstanceOf(UserSuspended.class);
        assertThatThrownBy(() -> joins(suspended, publicRoom())).isInstanceOf(UserSuspended.class);
        assertThatThrownBy(() -> invites(suspended, room, CAROL)).isInstanceOf(UserSuspended.class);
        assertThatCode(() -> leaves(suspended, room)).doesNotThrowAnyException();
    }

    @Test
    @Tag("easily-missed-9")
    void a_room_is_forgotten_once_it_is_left_and_remembered_when_it_is_joined_again() {
        var room = publicRoom();
        joins(BOB, room);
        says(ALICE, room, "welcome");
        assertThatThrownBy(() -> forgets(BOB, room)).isInstanceOf(Unknown.class);
        leaves(BOB, room);
        assertThat(texts(BOB, room)).containsExactly("welcome");

        forgets(BOB, room);
        assertThatThrownBy(() -> texts(BOB, room)).isInstanceOf(Forbidden.class);
        joins(BOB, room);
        assertThat(texts(BOB, room)).containsExactly("welcome");
    }

    @Test
    @Tag("easily-missed-28")
    void who_has_a_historical_id_is_a_user_like_others() {
        var old = new Requester(
                UserId.parse("@Old User/\u00c4?:hirundo.example"),
                BOB.device(),
                Requester.Kind.USER,
                false,
                false,
                BOB.accessToken());
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, old);
        joins(old, room);
        says(old, room, "hello");

        assertThat(texts(ALICE, room)).containsExactly("hello");
        assertThat(state(ALICE, room, EventType.MEMBER, old.user().toString())).isPresent();
        assertThat(the(ListJoinedMembers.class).list(ALICE, room).keySet())
                .containsExactlyInAnyOrder(ALICE.user(), old.user());
        restart();
        assertThat(the(ListJoinedRooms.class).list(old)).containsExactly(room);
        bans(ALICE, room, old);
        assertThat(membership(old.user(), room)).contains(Membership.BAN);
        unbans(ALICE, room, old);
        assertThatThrownBy(() -> joins(old, room)).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_invite_cannot_be_forgotten() {
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);

        assertThatThrownBy(() -> forgets(BOB, room)).isInstanceOf(Unknown.class);
    }

    @Test
    void members_are_listed_by_membership() {
        var room = publicRoom();
        joins(BOB, room);
        bans(ALICE, room, CAROL);

        assertThat(members(ALICE, room, Optional.empty(), Optional.empty())).containsExactly("alice", "bob", "carol");
        assertThat(members(ALICE, room, Optional.of(Membership.JOIN), Optional.empty()))
                .containsExactly("alice", "bob");
        assertThat(members(ALICE, room, Optional.empty(), Optional.of(Membership.JOIN)))
                .containsExactly("carol");
        assertThat(members(ALICE, room, Optional.of(Membership.JOIN), Optional.of(Membership.LEAVE)))
                .containsExactly("alice", "bob", "carol");
    }

    @Test
    void who_left_sees_the_members_as_they_were_then() {
        var room = publicRoom();
        joins(BOB, room);
        leaves(BOB, room);
        joins(CAROL, room);

        assertThat(members(BOB, room, Optional.of(Membership.JOIN), Optional.empty()))
                .containsExactly("alice");
        assertThatThrownBy(() -> members(Server.user("dave"), room, Optional.empty(), Optional.empty()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void the_members_of_a_former_time_are_listed() {
        var room = publicRoom();
        var then = "s" + storage().stream().position().value() + "_epoch.0";
        joins(BOB, room);

        assertThat(the(ListMembers.class)
                        .list(new ListMembers.Wanted(
                                ALICE, room, Optional.of(then), Optional.empty(), Optional.empty())))
                .extracting(event -> event.event().sender())
                .containsExactly(ALICE.user());
    }

    private List<String> members(
            Requester reader, RoomId room, Optional<Membership> wanted, Optional<Membership> unwanted) {
        return the(ListMembers.class)
                .list(new ListMembers.Wanted(reader, room, Optional.empty(), wanted, unwanted))
                .stream()
                .map(event -> event.event().stateKey().orElseThrow())
                .map(user -> user.substring(1, user.indexOf(':')))
                .sorted()
                .toList();
    }

    @Test
    void joined_members_come_with_their_names_for_those_who_are_in_the_room() {
        storage().profiles().update(BOB.user(), _ -> JsonObject.of("displayname", "Bob"));
        var room = publicRoom();
        joins(BOB, room);

        var members = the(ListJoinedMembers.class).list(ALICE, room);
        assertThat(members.keySet()).containsExactlyInAnyOrder(ALICE.user(), BOB.user());
        assertThat(members)
                .containsEntry(BOB.user(), new ListJoinedMembers.Member(Optional.of("Bob"), Optional.empty()));
        assertThatThrownBy(() -> the(ListJoinedMembers.class).list(CAROL, room)).isInstanceOf(Forbidden.class);
    }

    private ListMutualRooms.Page mutual(Requester user, Requester other, Optional<String> from) {
        return the(ListMutualRooms.class).list(new ListMutualRooms.Wanted(user, other.user(), from));
    }

    @Test
    void rooms_that_two_are_in_are_listed() {
        var shared = publicRoom();
        joins(BOB, shared);
        var left = publicRoom();
        joins(BOB, left);
        leaves(BOB, left);
        invites(ALICE, publicRoom(), BOB);

        assertThat(mutual(BOB, ALICE, Optional.empty()).joined()).containsExactly(shared);
        assertThat(mutual(BOB, ALICE, Optional.empty()).count()).isEqualTo(1);
        assertThat(mutual(BOB, CAROL, Optional.empty()).joined()).isEmpty();
        assertThatThrownBy(() -> mutual(BOB, BOB, Optional.empty())).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> mutual(BOB, ALICE, Optional.of("garbage"))).isInstanceOf(InvalidParam.class);
    }

    @Test
    void many_mutual_rooms_are_listed_page_by_page() {
        for (int number = 0; number < 101; number++) {
            joins(BOB, publicRoom());
        }
        var first = mutual(ALICE, BOB, Optional.empty());
        var second = mutual(ALICE, BOB, first.nextBatch());

        assertThat(first.joined()).hasSize(100);
        assertThat(first.count()).isEqualTo(101);
        assertThat(second.joined()).hasSize(1).doesNotContainAnyElementsOf(first.joined());
        assertThat(second.nextBatch()).isEmpty();
    }
}
