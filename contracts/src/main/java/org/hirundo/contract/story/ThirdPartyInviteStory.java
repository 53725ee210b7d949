package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.membership.AcceptBinding;
import org.hirundo.application.membership.InviteThreepid;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InviteBlocked;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.ThreepidInvite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People are invited of whom somebody knows an address only. */
public abstract class ThirdPartyInviteStory extends SyncStory {

    private static final String ADDRESS = "bob@example.com";
    private static final String TOKEN = "token1";

    private FakeIdentityServer identityServer() {
        return the(FakeIdentityServer.class);
    }

    private static ThreepidInvite threepid(String address) {
        return new ThreepidInvite(ServerName.parse("identity.example"), "secret", "email", address);
    }

    private void invites(Requester user, RoomId room) {
        the(InviteThreepid.class)
                .invite(new InviteThreepid.Invite(user, room, threepid(ADDRESS), Optional.of("Come in")));
    }

    /** A private room of Alice's, to which the owner of the address is invited, whoever that is. */
    private RoomId aRoomWithInvite() {
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room);
        return room;
    }

    private void joins(Requester user, RoomId room, JsonObject signed) {
        the(JoinRoom.class)
                .join(new JoinRoom.Join(
                        user, new RoomReference.ById(room), Optional.empty(), JsonObject.EMPTY, Optional.of(signed)));
    }

    private static JsonObject signed(UserId user) {
        return FakeIdentityServer.signed(TOKEN, user, ALICE.user());
    }

    private static JsonObject binding(UserId user, RoomId room, JsonObject signed) {
        var invite = JsonObject.of("room_id", room.value())
                .with("medium", "email")
                .with("address", ADDRESS)
                .with("mxid", user.toString())
                .with("sender", ALICE.user().toString())
                .with("signed", signed);
        return JsonObject.of("mxid", user.toString()).with("invites", JsonArray.of(invite));
    }

    private void binds(JsonObject binding) {
        the(AcceptBinding.class).accept(binding, "192.0.2.9");
    }

    private Optional<JsonObject> pending(RoomId room) {
        return state(ALICE, room, EventType.THIRD_PARTY_INVITE, TOKEN);
    }

    @Test
    void the_owner_of_an_address_is_invited_like_any_other() {
        identityServer().knows(ADDRESS, BOB.user());
        var room = aRoomWithInvite();

        assertThat(state(ALICE, room, EventType.MEMBER, BOB.user().toString()))
                .contains(JsonObject.of("membership", "invite").with("reason", "Come in"));
        assertThat(pending(room)).isEmpty();
        assertThat(identityServer().stored()).isEmpty();
        joins(BOB, room);
    }

    @Test
    void for_an_address_that_is_nobodys_the_room_has_an_event_and_the_identity_server_an_invite() {
        var room = created(aRoomOf(ALICE));
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Nest"));
        invites(ALICE, room);

        var content = pending(room).orElseThrow();
        assertThat(content.string("display_name")).contains("b...@e...");
        assertThat(content.string("public_key")).contains(Keys.of(71).publicKey());
        assertThat(content.string("key_validity_url")).contains("https://identity.example/valid");
        assertThat(content.array("public_keys").orElseThrow().size()).isEqualTo(1);
        assertThat(content.toString()).doesNotContain(ADDRESS);
        assertThat(identityServer().stored()).singleElement().satisfies(told -> {
            assertThat(told.string("room_id")).contains(room.value());
            assertThat(told.string("sender")).contains(ALICE.user().toString());
            assertThat(told.string("room_name")).contains("Nest");
            assertThat(told.string("room_join_rules")).contains("invite");
        });
    }

    @Test
    void who_proves_to_be_meant_comes_in() {
        var room = aRoomWithInvite();
        assertThatThrownBy(() -> joins(BOB, room)).isInstanceOf(Forbidden.class);
        joins(BOB, room, signed(BOB.user()));

        assertThat(membership(BOB.user(), room)).contains(Membership.JOIN);
        joins(BOB, room, signed(BOB.user()));
        assertThat(state(BOB, room, EventType.MEMBER, BOB.user().toString()))
                .contains(JsonObject.of("membership", "join"));
    }

    @Test
    @Tag("easily-missed-26")
    void who_binds_the_address_is_invited_in_the_name_of_the_inviter() {
        var bob = registers("bob");
        var room = aRoomWithInvite();
        binds(binding(bob.user(), room, signed(bob.user())));

        assertThat(syncs(bob).rooms().invited()).containsOnlyKeys(room);
        var member = history(ALICE, room).getLast().event();
        assertThat(member.sender()).isEqualTo(ALICE.user());
        assertThat(member.content().object("third_party_invite").flatMap(invite -> invite.object("signed")))
                .contains(signed(bob.user()));
        var before = storage().stream().position();
        binds(binding(bob.user(), room, signed(bob.user())));
        assertThat(storage().stream().position()).isEqualTo(before);
        joins(bob, room);
    }

    @Test
    void nobody_comes_in_on_anothers_proof_or_a_forged_one() {
        var room = aRoomWithInvite();
        var other = created(aRoomOf(ALICE));
        var right = signed(CAROL.user());
        for (var proof : List.of(
                signed(BOB.user()),
                right.with("mxid", ALICE.user().toString()),
                right.with("more", "added"),
                right.without("signatures"),
                right.without("token"),
                right.without("mxid"),
                right.with("signatures", "all"),
                FakeIdentityServer.signed("token2", CAROL.user(), ALICE.user()),
                FakeIdentityServer.signed(Keys.of(72), TOKEN, CAROL.user(), ALICE.user()))) {
            assertThatThrownBy(() -> joins(CAROL, room, proof)).isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> joins(CAROL, other, right)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> joins(CAROL, RoomId.parse("!nowhere:hirundo.example"), right))
                .isInstanceOf(NotFound.class);
        assertThat(membership(CAROL.user(), room)).isEmpty();
        joins(CAROL, room, right);
    }

    @Test
    void a_proof_is_worth_nothing_once_the_invite_or_its_key_is_withdrawn() {
        var bob = registers("bob");
        var withdrawn = aRoomWithInvite();
        sets(ALICE, withdrawn, new StateTuple(EventType.THIRD_PARTY_INVITE, TOKEN), JsonObject.EMPTY);
        assertThatThrownBy(() -> joins(bob, withdrawn, signed(bob.user()))).isInstanceOf(Forbidden.class);

        var room = created(aRoomOf(ALICE));
        invites(ALICE, room);
        var proof = FakeIdentityServer.signed("token2", bob.user(), ALICE.user());
        identityServer().revokesKey();
        assertThatThrownBy(() -> joins(bob, room, proof)).isInstanceOf(Forbidden.class);
        binds(binding(bob.user(), room, proof));
        assertThat(membership(bob.user(), room)).isEmpty();
    }

    @Test
    void nobody_is_asked_whether_a_key_is_good_that_signed_nothing() {
        var room = aRoomWithInvite();
        var before = identityServer().asked();
        var forged = FakeIdentityServer.signed(Keys.of(72), TOKEN, BOB.user(), ALICE.user());

        assertThatThrownBy(() -> joins(BOB, room, forged)).isInstanceOf(Forbidden.class);
        assertThat(identityServer().asked()).isEqualTo(before);
    }

    @Test
    void who_is_banned_stays_out_whatever_they_prove() {
        var bob = registers("bob");
        var room = aRoomWithInvite();
        bans(ALICE, room, bob);
        assertThatThrownBy(() -> joins(bob, room, signed(bob.user()))).isInstanceOf(Forbidden.class);
        binds(binding(bob.user(), room, signed(bob.user())));

        assertThat(membership(bob.user(), room)).contains(Membership.BAN);
    }

    @Test
    void who_may_not_invite_learns_so_before_anybody_hears_of_the_address() {
        var room = created(aRoomOf(ALICE));
        var closed = created(aPublicRoomOf(ALICE));
        joins(BOB, closed);
        sets(
                ALICE,
                closed,
                EventType.POWER_LEVELS,
                state(ALICE, closed, EventType.POWER_LEVELS).orElseThrow().with("invite", 50));

        assertThatThrownBy(() -> invites(BOB, room)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invites(BOB, closed)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invites(Server.guest("g"), closed)).isInstanceOf(GuestAccessForbidden.class);
        assertThat(identityServer().asked()).isEmpty();
    }

    @Test
    void a_proof_in_plain_state_is_worth_no_more() {
        var room = aRoomWithInvite();
        joins(CAROL, room, signed(CAROL.user()));
        var levels = state(ALICE, room, EventType.POWER_LEVELS).orElseThrow();
        sets(ALICE, room, EventType.POWER_LEVELS, levels.with("invite", 50));
        var forged = JsonObject.of("membership", "invite")
                .with("third_party_invite", JsonObject.of("signed", signed(BOB.user())));

        assertThatThrownBy(() -> sets(CAROL, room, StateTuple.member(BOB.user()), forged))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_blocks_the_inviter_is_not_invited_by_their_address_either() {
        var bob = registers("bob");
        keeps(bob, Optional.empty(), "m.invite_permission_config", JsonObject.of("default_action", "block"));
        var room = aRoomWithInvite();
        binds(binding(bob.user(), room, signed(bob.user())));
        assertThat(membership(bob.user(), room)).isEmpty();

        identityServer().knows(ADDRESS, bob.user());
        assertThatThrownBy(() -> invites(ALICE, room)).isInstanceOf(InviteBlocked.class);
    }

    @Test
    void a_binding_is_for_users_of_this_server_who_are_there() {
        var room = aRoomWithInvite();
        var stranger = UserId.parse("@bob:elsewhere.example");

        assertThatThrownBy(() -> binds(binding(stranger, room, signed(stranger))))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> binds(binding(BOB.user(), room, signed(BOB.user()))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> binds(JsonObject.EMPTY)).isInstanceOf(MissingParam.class);
    }

    @Test
    void one_invite_that_cannot_be_taken_keeps_no_other_from_it() {
        var bob = registers("bob");
        var room = aRoomWithInvite();
        var right = binding(bob.user(), room, signed(bob.user()));
        var invites = right.array("invites").orElseThrow().values();
        var wrong = JsonObject.of("room_id", "nowhere").with("signed", JsonObject.EMPTY);
        binds(right.with("invites", JsonArray.of(wrong, JsonObject.EMPTY, invites.getFirst())));

        assertThat(membership(bob.user(), room)).contains(Membership.INVITE);
    }

    @Test
    void nothing_happens_when_the_identity_server_fails() {
        var room = created(aRoomOf(ALICE));
        identityServer().isBroken(true);
        var before = storage().stream().position();
        assertThatThrownBy(() -> invites(ALICE, room)).isInstanceOf(Unknown.class);
        identityServer().isBroken(false);
        identityServer().keepsNothing();
        assertThatThrownBy(() -> invites(ALICE, room)).isInstanceOf(Unknown.class);

        assertThat(storage().stream().position()).isEqualTo(before);
    }

    private static NewRoom aRoomFor(String... addresses) {
        var room = aRoomOf(ALICE);
        return room.toBuilder()
                .invite3pid(Stream.of(addresses)
                        .map(ThirdPartyInviteStory::threepid)
                        .toList())
                .build();
    }

    @Test
    void a_room_is_created_with_invites_for_addresses() {
        identityServer().knows("carol@example.com", CAROL.user());
        var room = created(aRoomFor(ADDRESS, "carol@example.com"));

        assertThat(membership(CAROL.user(), room)).contains(Membership.INVITE);
        assertThat(pending(room)).isPresent();
        joins(BOB, room, signed(BOB.user()));
    }

    @Test
    void no_room_is_created_when_it_is_not_known_whom_to_invite_but_one_without_an_invite_is() {
        identityServer().isBroken(true);
        assertThatThrownBy(() -> created(aRoomFor(ADDRESS))).isInstanceOf(Unknown.class);
        assertThat(storage().memberships().roomsOf(ALICE.user())).isEmpty();

        identityServer().isBroken(false);
        identityServer().keepsNothing();
        var room = created(aRoomFor(ADDRESS));
        assertThat(membership(ALICE.user(), room)).contains(Membership.JOIN);
        assertThat(pending(room)).isEmpty();
    }
}
