package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.Action.ban;
import static org.hirundo.domain.fixture.Action.knock;
import static org.hirundo.domain.fixture.Action.leave;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.Users.MALLORY;
import static org.hirundo.domain.fixture.Users.ZARA;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.util.List;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.fixture.RoomFixture;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;

/** Leaving, kicking, banning and unbanning. */
class MemberLeaveRuleTest {

    @InVersions
    void members_leave_and_the_invited_refuse(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB).invites(CAROL);

        assertThat(room.attempt(BOB, leave(BOB))).isAllowed();
        assertThat(room.attempt(CAROL, leave(CAROL))).isAllowed();
    }

    @InVersions
    void who_is_out_does_not_leave(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);

        assertThat(room.attempt(ZARA, leave(ZARA))).isDenied().under("m.room.member");
        assertThat(room.kicks(BOB).attempt(BOB, leave(BOB))).isDenied();
    }

    @InVersions
    void the_banned_do_not_lift_their_ban_by_leaving(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB)
                .levelOf(BOB, 99)
                .bans(BOB);

        assertThat(room.attempt(BOB, leave(BOB))).isDenied();
    }

    @InVersions(from = 7)
    void who_knocked_takes_it_back(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinRule("knock").sends(BOB, knock(BOB));

        assertThat(room.attempt(BOB, leave(BOB))).isAllowed();
    }

    @InVersions
    void kicking_takes_the_kick_level(RoomVersion version) {
        var room = twoModerators(version, 49);

        assertThat(room.attempt(BOB, leave(ZARA))).isDenied().by("kick level");
        assertThat(twoModerators(version, 50).attempt(BOB, leave(ZARA))).isAllowed();
        room.levels(JsonObject.EMPTY.with("kick", 0).with("users", JsonObject.EMPTY.with(BOB.toString(), 1)));
        assertThat(room.attempt(BOB, leave(ZARA))).isAllowed();
    }

    @InVersions
    void only_members_kick(RoomVersion version) {
        var room = twoModerators(version, 50).kicks(BOB);

        assertThat(room.attempt(BOB, leave(ZARA))).isDenied().by("not in the room");
        assertThat(room.attempt(BOB, ban(ZARA))).isDenied().by("not in the room");
    }

    @InVersions
    void nobody_kicks_or_bans_their_equals_or_betters(RoomVersion version) {
        var room = twoModerators(version, 50);

        for (var stronger : List.of(CAROL, ALICE)) {
            assertThat(room.attempt(BOB, leave(stronger))).isDenied().by("not below");
            assertThat(room.attempt(BOB, ban(stronger))).isDenied().by("not below");
        }
    }

    @InVersions
    void nobody_bans_themselves(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE);

        assertThat(room.attempt(ALICE, ban(ALICE))).isDenied().by("not below");
    }

    @InVersions
    void banning_takes_the_ban_level(RoomVersion version) {
        assertThat(twoModerators(version, 49).attempt(BOB, ban(ZARA)))
                .isDenied()
                .by("ban level");

        var room = twoModerators(version, 50);
        assertThat(room.attempt(BOB, ban(ZARA))).isAllowed();
        assertThat(room.attempt(BOB, ban(MALLORY))).isAllowed();
    }

    @InVersions
    void unbanning_takes_both_the_ban_and_the_kick_level(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB, ZARA).bans(ZARA);
        var bobs = JsonObject.of("users", JsonObject.EMPTY.with(BOB.toString(), 50));

        assertThat(room.levels(bobs).attempt(BOB, leave(ZARA))).isAllowed();
        assertThat(room.levels(bobs.with("ban", 51)).attempt(BOB, leave(ZARA)))
                .isDenied()
                .by("ban level");
        assertThat(room.levels(bobs.with("kick", 51)).attempt(BOB, leave(ZARA)))
                .isDenied()
                .by("kick level");
    }

    @InVersions
    void a_target_that_is_no_user_has_the_default_level(RoomVersion version) {
        var room = twoModerators(version, 50);
        var nobody = ban(ZARA).withStateKey("nobody");

        assertThat(room.attempt(BOB, nobody)).isAllowed();
        room.levels(
                JsonObject.EMPTY.with("users_default", 50).with("users", JsonObject.EMPTY.with(BOB.toString(), 50)));
        assertThat(room.attempt(BOB, nobody)).isDenied().by("not below");
    }

    @InVersions(from = 12)
    @Tag("easily-missed-13")
    void creators_neither_kick_nor_ban_each_other(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE, JsonObject.of("additional_creators", JsonArray.ofStrings(List.of(BOB))))
                .joinedBy(BOB, CAROL)
                .levelOf(CAROL, (1L << 53) - 1);

        assertThat(room.attempt(ALICE, ban(BOB))).isDenied().by("not below");
        assertThat(room.attempt(BOB, leave(ALICE))).isDenied().by("not below");
        assertThat(room.attempt(BOB, ban(CAROL))).isAllowed();
        assertThat(room.attempt(CAROL, ban(BOB))).isDenied().by("not below");
        assertThat(room.attempt(CAROL, ban(ALICE))).isDenied().by("not below");
    }

    @InVersions
    void membership_needs_no_level_for_state(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB)
                .levels(JsonObject.of("events", JsonObject.EMPTY.with("m.room.member", 100)));

        assertThat(room.attempt(BOB, Action.leave(BOB))).isAllowed();
    }

    private static RoomFixture twoModerators(RoomVersion version, long level) {
        return aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB, CAROL, ZARA)
                .levels(JsonObject.of(
                        "users", JsonObject.EMPTY.with(BOB.toString(), level).with(CAROL.toString(), level)));
    }
}
