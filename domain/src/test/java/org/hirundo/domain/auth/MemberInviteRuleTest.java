package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.Action.invite;
import static org.hirundo.domain.fixture.Action.knock;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.Users.ZARA;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;

class MemberInviteRuleTest {

    @InVersions
    void members_invite(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(BOB, invite(ZARA))).isAllowed();
        assertThat(room.attempt(CAROL, invite(ZARA)))
                .isDenied()
                .under("m.room.member")
                .by("not in the room");
        // An invitation does not make a member.
        assertThat(room.invites(CAROL).attempt(CAROL, invite(ZARA))).isDenied().by("not in the room");
    }

    @InVersions
    void inviting_takes_the_invite_level(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB).levels(JsonObject.EMPTY.with("invite", 1));

        assertThat(room.attempt(BOB, invite(ZARA))).isDenied().by("invite level");
        assertThat(room.attempt(ALICE, invite(ZARA))).isAllowed();
    }

    @InVersions
    void inviting_takes_no_level_for_state(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB)
                .levels(JsonObject.of("events", JsonObject.EMPTY.with("m.room.member", 100)));

        assertThat(room.attempt(BOB, invite(ZARA))).isAllowed();
    }

    @InVersions
    void neither_members_nor_the_banned_are_invited(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(ALICE, invite(BOB))).isDenied().by("already in the room");
        room.bans(BOB);
        assertThat(room.attempt(ALICE, invite(BOB))).isDenied().by("banned");
    }

    @InVersions
    void the_invited_and_those_who_left_are_invited_again(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB).invites(ZARA);

        assertThat(room.attempt(BOB, invite(ZARA))).isAllowed();
        assertThat(room.kicks(BOB).attempt(ALICE, invite(BOB))).isAllowed();
    }

    @InVersions(from = 7)
    void those_who_knock_are_invited(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("knock").sends(ZARA, knock(ZARA));

        assertThat(room.attempt(ALICE, invite(ZARA))).isAllowed();
    }

    @InVersions
    void nobody_invites_themselves(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("invite");

        assertThat(room.attempt(ZARA, invite(ZARA))).isDenied().by("not in the room");
    }
}
