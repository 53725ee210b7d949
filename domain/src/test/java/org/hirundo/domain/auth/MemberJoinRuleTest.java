package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.Action.invite;
import static org.hirundo.domain.fixture.Action.join;
import static org.hirundo.domain.fixture.Action.knock;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.Users.MALLORY;
import static org.hirundo.domain.fixture.Users.ZARA;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.util.List;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.EventFixture;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.fixture.RoomFixture;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;

class MemberJoinRuleTest {

    private static final String AUTHORISER = "join_authorised_via_users_server";

    @InVersions
    void anybody_joins_a_public_room(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);

        assertThat(room.attempt(ZARA, join(ZARA))).isAllowed();
    }

    @InVersions
    void nobody_joins_for_somebody_else(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(BOB, join(ZARA))).isDenied().by("somebody else");
        assertThat(room.attempt(ALICE, join(ZARA))).isDenied();
    }

    @InVersions
    void the_banned_do_not_join(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB).bans(BOB);

        assertThat(room.attempt(BOB, join(BOB)))
                .isDenied()
                .under("m.room.member")
                .by("banned");
        room.kicks(BOB);
        assertThat(room.attempt(BOB, join(BOB))).isAllowed();
    }

    @InVersions
    void a_join_has_a_state_key_and_a_known_membership(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);

        assertThat(room.attempt(BOB, join(BOB).withoutStateKey())).isDenied().by("state key");
        assertThat(room.attempt(BOB, join(BOB).with(JsonObject.EMPTY)))
                .isDenied()
                .by("membership");
        assertThat(room.attempt(BOB, join(BOB).with("membership", "JOIN")))
                .isDenied()
                .by("membership");
        assertThat(room.attempt(BOB, join(BOB).with(JsonObject.of("membership", new JsonInteger(1)))))
                .isDenied()
                .by("membership");
    }

    @InVersions
    void without_a_join_rule_a_room_is_for_the_invited(RoomVersion version) {
        var room = aRoom().in(version).foundedBy(ALICE);

        assertThat(room.attempt(BOB, join(BOB))).isDenied().by("not invited");
        assertThat(room.invites(BOB).attempt(BOB, join(BOB))).isAllowed();
    }

    @InVersions
    void the_invited_and_the_joined_join_where_invitation_is_needed(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(CAROL).joinRule("invite");

        assertThat(room.attempt(BOB, join(BOB))).isDenied().by("not invited");
        assertThat(room.attempt(CAROL, join(CAROL))).isAllowed();
        room.invites(BOB);
        assertThat(room.attempt(BOB, join(BOB))).isAllowed();
        room.kicks(BOB);
        assertThat(room.attempt(BOB, join(BOB))).isDenied();
    }

    @InVersions
    void an_unknown_join_rule_lets_nobody_in(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).invites(BOB);

        for (var rule : List.of("private", "", "PUBLIC", "org.example.rule")) {
            assertThat(room.joinRule(rule).attempt(BOB, join(BOB))).isDenied().by("nobody");
        }
        room.sends(ALICE, Action.joinRule("public").with(JsonObject.EMPTY));
        assertThat(room.attempt(BOB, join(BOB))).isDenied().by("nobody");
    }

    @InVersions(to = 6)
    void knock_is_no_join_rule_yet(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("knock").invites(BOB);

        assertThat(room.attempt(BOB, join(BOB))).isDenied();
    }

    @InVersions(from = 7)
    void the_invited_join_a_room_to_knock_on(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinRule("knock")
                .invites(BOB)
                .sends(CAROL, knock(CAROL));

        assertThat(room.attempt(BOB, join(BOB))).isAllowed();
        assertThat(room.attempt(CAROL, join(CAROL))).isDenied().by("not invited");
        assertThat(room.attempt(ZARA, join(ZARA))).isDenied();
    }

    @InVersions(to = 7)
    void restricted_is_no_join_rule_yet(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("restricted").invites(BOB);

        assertThat(room.attempt(BOB, join(BOB))).isDenied();
        assertThat(room.attempt(authorisedBy(ALICE, room, ZARA))).isDenied();
    }

    @InVersions(from = 8)
    @Tag("easily-missed-14")
    void a_member_who_may_invite_lets_others_into_a_restricted_room(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB).joinRule("restricted");

        assertThat(room.attempt(ZARA, join(ZARA))).isDenied().by("neither invited");
        assertThat(room.attempt(authorisedBy(BOB, room, ZARA))).isAllowed();
        assertThat(room.attempt(authorisedBy(CAROL, room, ZARA))).isDenied().by("neither invited");

        room.levels(JsonObject.EMPTY.with("invite", 50));
        assertThat(room.attempt(authorisedBy(BOB, room, ZARA))).isDenied().by("neither invited");
        assertThat(room.attempt(authorisedBy(ALICE, room, ZARA))).isAllowed();
        room.invites(ZARA);
        assertThat(room.attempt(ZARA, join(ZARA))).isAllowed();
    }

    @InVersions(from = 8)
    void a_member_who_is_gone_lets_nobody_in(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB)
                .joinRule("restricted")
                .kicks(BOB);

        assertThat(room.attempt(authorisedBy(BOB, room, ZARA))).isDenied().by("neither invited");
        // An invitation is not enough to let others in.
        room.invites(BOB);
        assertThat(room.attempt(authorisedBy(BOB, room, ZARA))).isDenied();
    }

    @InVersions(from = 8)
    @Tag("easily-missed-14")
    void the_server_that_lets_somebody_in_has_signed(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("restricted");
        var unsigned = room.event(ZARA, join(ZARA).with(AUTHORISER, ALICE.toString()));
        var signedByAnother =
                joinOf(ZARA, ALICE.toString(), room).signedBy(MALLORY.server()).build();

        assertThat(room.attempt(unsigned)).isDenied().by("signed");
        assertThat(room.attempt(signedByAnother)).isDenied().by("signed");
    }

    @InVersions(from = 8)
    void naming_an_authoriser_asks_for_a_signature_whatever_the_membership(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(ZARA, join(ZARA).with(AUTHORISER, ALICE.toString())))
                .isDenied()
                .by("signed");
        assertThat(room.attempt(BOB, invite(CAROL).with(AUTHORISER, ZARA.toString())))
                .isDenied()
                .by("signed");
        for (var nobody : List.of("alice", "", "@alice")) {
            assertThat(room.attempt(joinOf(ZARA, nobody, room).build()))
                    .isDenied()
                    .by("signed");
        }
        var notText = join(ZARA).with(join(ZARA).content().with(AUTHORISER, 1));
        assertThat(room.attempt(ZARA, notText)).isDenied().by("signed");
    }

    @InVersions(to = 7)
    void naming_an_authoriser_means_nothing_yet(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);

        assertThat(room.attempt(ZARA, join(ZARA).with(AUTHORISER, ALICE.toString())))
                .isAllowed();
    }

    @InVersions(from = 8)
    void the_banned_are_let_in_by_nobody(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(ZARA)
                .joinRule("restricted")
                .bans(ZARA);

        assertThat(room.attempt(authorisedBy(ALICE, room, ZARA))).isDenied().by("banned");
    }

    @InVersions(from = 8, to = 9)
    void knock_restricted_is_no_join_rule_yet(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinRule("knock_restricted")
                .invites(BOB);

        assertThat(room.attempt(BOB, join(BOB))).isDenied();
        assertThat(room.attempt(authorisedBy(ALICE, room, ZARA))).isDenied();
    }

    @InVersions(from = 10)
    void a_restricted_room_to_knock_on_lets_in_both_ways(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinRule("knock_restricted")
                .invites(BOB);

        assertThat(room.attempt(BOB, join(BOB))).isAllowed();
        assertThat(room.attempt(authorisedBy(ALICE, room, ZARA))).isAllowed();
        assertThat(room.attempt(CAROL, join(CAROL))).isDenied();
    }

    @InVersions
    void the_creator_joins_first(RoomVersion version) {
        var room = created(version, ALICE, ALICE);

        assertThat(room.attempt(BOB, join(BOB))).isDenied();
        assertThat(room.attempt(ALICE, join(ALICE))).isAllowed();
    }

    @InVersions
    void the_creator_joins_by_right_only_right_after_the_creation(RoomVersion version) {
        var room = created(version, ALICE, ALICE).joinedBy(ALICE).joinRule("invite");
        room.sends(ALICE, Action.leave(ALICE));

        assertThat(room.attempt(ALICE, join(ALICE))).isDenied().by("not invited");
        var create = room.current(EventType.CREATE).id();
        assertThat(room.after(create, room.current(EventType.JOIN_RULES).id()).attempt(ALICE, join(ALICE)))
                .isDenied();
    }

    @InVersions(to = 10)
    void the_creator_is_whom_the_create_event_names(RoomVersion version) {
        var room = created(version, ALICE, BOB);

        assertThat(room.attempt(BOB, join(BOB))).isAllowed();
        assertThat(room.attempt(ALICE, join(ALICE))).isDenied();
    }

    @InVersions(to = 10)
    void what_is_named_as_creator_and_is_no_text_names_nobody(RoomVersion version) {
        var room = aRoom().in(version)
                .sends(ALICE, Action.state(EventType.CREATE, "", JsonObject.of("creator", new JsonInteger(1))));

        assertThat(room.attempt(ALICE, join(ALICE).withStateKey(""))).isDenied();
        assertThat(room.attempt(ALICE, join(ALICE))).isDenied();
    }

    @InVersions(from = 11)
    void the_creator_is_who_sent_the_create_event(RoomVersion version) {
        var room = created(version, ALICE, BOB);

        assertThat(room.attempt(ALICE, join(ALICE))).isAllowed();
        assertThat(room.attempt(BOB, join(BOB))).isDenied();
    }

    @InVersions(from = 12)
    void an_additional_creator_joins_like_others(RoomVersion version) {
        var room = aRoom().in(version)
                .foundedBy(ALICE, JsonObject.of("additional_creators", JsonArray.ofStrings(List.of(BOB))));

        room.after(room.current(EventType.CREATE).id());
        assertThat(room.attempt(BOB, join(BOB))).isDenied();
        assertThat(room.invites(BOB).attempt(BOB, join(BOB))).isAllowed();
    }

    /** A room with nothing but its create event. */
    private static RoomFixture created(RoomVersion version, UserId sender, UserId named) {
        return aRoom().in(version)
                .sends(
                        sender,
                        Action.state(
                                EventType.CREATE,
                                "",
                                JsonObject.of("creator", named.toString()).with("room_version", version.id())));
    }

    private static Event authorisedBy(UserId authoriser, RoomFixture room, UserId user) {
        return joinOf(user, authoriser.toString(), room)
                .signedBy(authoriser.server())
                .build();
    }

    /** The join as it stands before the server that authorises it has signed. */
    private static EventFixture joinOf(UserId user, String authoriser, RoomFixture room) {
        var action = join(user).with(AUTHORISER, authoriser);
        var event = room.event(user, action);
        return EventFixture.in(room.version())
                .of(room.roomId(), user, action)
                .after(event.prevEvents(), event.depth())
                .citing(event.authEvents())
                .at(event.originServerTs());
    }
}
