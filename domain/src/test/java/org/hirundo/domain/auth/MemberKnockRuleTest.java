package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.Action.knock;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.Users.ZARA;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.util.List;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.room.RoomVersion;

class MemberKnockRuleTest {

    @InVersions(to = 6)
    void knocking_is_unknown(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("knock");

        assertThat(room.attempt(ZARA, knock(ZARA))).isDenied().by("not known");
    }

    @InVersions(from = 7)
    void anybody_outside_knocks_where_the_join_rule_is_knock(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(CAROL)
                .kicks(CAROL)
                .joinRule("knock");

        assertThat(room.attempt(ZARA, knock(ZARA))).isAllowed();
        assertThat(room.attempt(CAROL, knock(CAROL))).isAllowed();
        assertThat(room.sends(ZARA, knock(ZARA)).attempt(ZARA, knock(ZARA))).isAllowed();
    }

    @InVersions(from = 7)
    void nobody_knocks_under_another_join_rule(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);

        for (var rule : List.of("public", "invite", "restricted", "private")) {
            assertThat(room.joinRule(rule).attempt(ZARA, knock(ZARA)))
                    .isDenied()
                    .by("join rule");
        }
    }

    @InVersions(from = 7)
    void nobody_knocks_for_somebody_else(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("knock");

        assertThat(room.attempt(BOB, knock(ZARA))).isDenied().by("somebody else");
    }

    @InVersions(from = 7)
    void who_is_in_invited_or_banned_does_not_knock(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB, CAROL)
                .bans(CAROL)
                .invites(ZARA)
                .joinRule("knock");

        for (var user : List.of(BOB, CAROL, ZARA)) {
            assertThat(room.attempt(user, knock(user))).isDenied().by("banned, invited, or in the room");
        }
    }

    @InVersions(from = 7, to = 9)
    void knock_restricted_is_not_to_be_knocked_on_yet(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("knock_restricted");

        assertThat(room.attempt(ZARA, knock(ZARA))).isDenied().by("join rule");
    }

    @InVersions(from = 10)
    void a_restricted_room_may_be_knocked_on(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("knock_restricted");

        assertThat(room.attempt(ZARA, knock(ZARA))).isAllowed();
    }
}
