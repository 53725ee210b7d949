package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InviteBlocked;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Test;

/** Users say whose invites they want. */
public abstract class InvitePermissionStory extends SyncStory {

    private static final String CONFIG = "m.invite_permission_config";
    private static final String FILTERING = "org.matrix.msc4155.invite_permission_config";
    private static final JsonObject BLOCK = JsonObject.of("default_action", "block");
    private static final JsonObject INVITE = JsonObject.of("membership", "invite");

    private void says(Requester user, String type, JsonObject config) {
        keeps(user, Optional.empty(), type, config);
    }

    private static JsonObject list(String name, String... patterns) {
        return JsonObject.of(name, JsonArray.ofStrings(List.of(patterns)));
    }

    private static NewRoom aRoomWith(List<UserId> invite, List<InitialState> state) {
        var room = aRoomOf(ALICE);
        return room.toBuilder().invite(invite).initialState(state).build();
    }

    /** By every way by which users are invited. */
    private void cannotInvite(Requester inviter, Requester invitee) {
        var room = created(aRoomOf(inviter));
        assertThatThrownBy(() -> invites(inviter, room, invitee)).isInstanceOf(InviteBlocked.class);
        assertThatThrownBy(() -> sets(inviter, room, StateTuple.member(invitee.user()), INVITE))
                .isInstanceOf(InviteBlocked.class);
        assertThat(membership(invitee.user(), room)).isEmpty();
    }

    @Test
    void who_blocks_invites_gets_none_by_whatever_way() {
        says(BOB, CONFIG, BLOCK);

        cannotInvite(ALICE, BOB);
        assertThatThrownBy(() -> created(aRoomWith(List.of(BOB.user()), List.of())))
                .isInstanceOf(InviteBlocked.class);
        var member = new InitialState(EventType.MEMBER, BOB.user().toString(), INVITE);
        assertThatThrownBy(() -> created(aRoomWith(List.of(), List.of(member)))).isInstanceOf(InviteBlocked.class);
        assertThat(storage().memberships().roomsOf(BOB.user())).isEmpty();
    }

    @Test
    void who_unblocks_invites_can_be_invited_again_also_after_a_restart() {
        says(BOB, CONFIG, BLOCK);
        cannotInvite(ALICE, BOB);
        restart();
        server().clock().pass(Duration.ofMinutes(1));
        cannotInvite(ALICE, BOB);
        says(BOB, CONFIG, JsonObject.EMPTY);
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);

        assertThat(syncs(BOB).rooms().invited()).containsOnlyKeys(room);
    }

    @Test
    void invites_from_before_the_rule_are_hidden_while_it_stands() {
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);
        says(BOB, CONFIG, BLOCK);
        var first = syncs(BOB);
        assertThat(first.rooms().invited()).isEmpty();
        assertThat(membership(BOB.user(), room)).contains(Membership.INVITE);

        says(BOB, CONFIG, JsonObject.EMPTY);
        assertThat(syncs(BOB).rooms().invited()).containsOnlyKeys(room);
    }

    @Test
    void a_blocked_inviter_is_refused_and_others_are_not() {
        says(BOB, FILTERING, list("blocked_users", "@al*:hirundo.example"));
        cannotInvite(ALICE, BOB);
        var room = created(aRoomOf(CAROL));
        invites(CAROL, room, BOB);

        assertThat(syncs(BOB).rooms().invited()).containsOnlyKeys(room);
    }

    @Test
    void an_ignored_inviter_learns_nothing_and_the_invitee_neither_until_they_change_their_mind() {
        says(BOB, FILTERING, list("ignored_servers", "*"));
        var first = syncs(BOB);
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);
        assertThat(membership(BOB.user(), room)).contains(Membership.INVITE);
        assertThat(syncs(BOB, first).rooms().invited()).isEmpty();
        assertThat(syncs(BOB).rooms().invited()).isEmpty();

        says(BOB, FILTERING, list("ignored_servers", "*").with("allowed_users", JsonArray.ofStrings(List.of("@a*"))));
        assertThat(syncs(BOB).rooms().invited()).containsOnlyKeys(room);
        joins(BOB, room);
    }

    @Test
    void what_a_user_says_of_invites_counts_for_them_alone() {
        says(BOB, CONFIG, BLOCK);
        RoomId room = created(aRoomOf(ALICE));
        invites(ALICE, room, CAROL);
        invites(BOB, created(aRoomOf(BOB)), CAROL);

        assertThat(syncs(CAROL).rooms().invited()).hasSize(2);
    }

    @Test
    void who_was_let_in_before_the_rule_stays_and_is_reinvited_by_nobody() {
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);
        joins(BOB, room);
        says(BOB, CONFIG, BLOCK);
        assertThat(syncs(BOB).rooms().joined()).containsOnlyKeys(room);
        leaves(BOB, room);

        assertThatThrownBy(() -> invites(ALICE, room, BOB)).isInstanceOf(InviteBlocked.class);
    }
}
