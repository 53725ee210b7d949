package org.hirundo.domain.auth;

import static org.hirundo.domain.fixture.Action.powerLevels;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.Users.ZARA;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.fixture.RoomFixture;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonDecimal;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;

class PowerLevelsRuleTest {

    private static final List<String> LEVELS =
            List.of("users_default", "events_default", "state_default", "ban", "redact", "kick", "invite");

    private static final JsonObject LEVELS_AT_FIFTY = JsonObject.EMPTY.with("m.room.power_levels", 50);

    @InVersions
    void the_first_levels_are_what_they_are(RoomVersion version) {
        var room = aRoom().in(version).foundedBy(ALICE);
        var levels = room.withCreator(JsonObject.of("users", users(BOB, 1_000)).with("ban", 5_000));

        assertThat(room.attempt(ALICE, powerLevels(levels))).isAllowed();
    }

    @InVersions
    void users_may_be_absent(RoomVersion version) {
        assertThat(aRoom().in(version).foundedBy(ALICE).attempt(ALICE, powerLevels(JsonObject.EMPTY)))
                .isAllowed();
    }

    @InVersions
    void users_are_a_map_of_users_to_levels(RoomVersion version) {
        var room = aRoom().in(version).foundedBy(ALICE);

        for (var users : new JsonValue[] {
            JsonArray.EMPTY,
            JsonNull.NULL,
            new JsonString(""),
            JsonObject.of("bob", new JsonInteger(1)),
            JsonObject.of("", new JsonInteger(1)),
            JsonObject.of(BOB.toString(), JsonNull.NULL),
            JsonObject.of(BOB.toString(), JsonBoolean.TRUE),
            JsonObject.of(BOB.toString(), "fifty"),
            JsonObject.of(BOB.toString(), ""),
            JsonObject.of(BOB.toString(), "5 0"),
            JsonObject.of(BOB.toString(), "+-5"),
            JsonObject.of(BOB.toString(), "50.0"),
            JsonObject.of(BOB.toString(), "0x10"),
            JsonObject.of(BOB.toString(), JsonObject.EMPTY),
        }) {
            assertThat(room.attempt(ALICE, powerLevels(JsonObject.of("users", users))))
                    .isDenied()
                    .under("m.room.power_levels");
        }
    }

    @InVersions
    void no_level_is_beyond_reading(RoomVersion version) {
        var room = aRoom().in(version).foundedBy(ALICE);

        for (var name : LEVELS) {
            assertThat(room.attempt(ALICE, powerLevels(JsonObject.of(name, "fifty"))))
                    .isDenied()
                    .by(name);
            assertThat(room.attempt(ALICE, powerLevels(JsonObject.of(name, JsonNull.NULL))))
                    .isDenied();
        }
        assertThat(room.attempt(ALICE, powerLevels(JsonObject.of("events", JsonNull.NULL))))
                .isDenied();
        assertThat(room.attempt(ALICE, powerLevels(JsonObject.of("events", JsonObject.of("m.room.name", "high")))))
                .isDenied();
    }

    @InVersions(to = 9)
    void levels_may_be_text(RoomVersion version) {
        var room = aRoom().in(version).foundedBy(ALICE);

        for (var level : List.of("50", "00050", "+50", "-50", " 50 ", "\t0050\n")) {
            var levels = JsonObject.of("users", JsonObject.of(BOB.toString(), level))
                    .with("ban", level)
                    .with("events", JsonObject.of("m.room.name", level));
            assertThat(room.attempt(ALICE, powerLevels(levels))).isAllowed();
        }
    }

    @InVersions(from = 10)
    @Tag("easily-missed-30")
    void levels_are_integers(RoomVersion version) {
        var room = aRoom().in(version).foundedBy(ALICE);

        for (var name : LEVELS) {
            assertThat(room.attempt(ALICE, powerLevels(JsonObject.of(name, "50"))))
                    .isDenied()
                    .by(name);
        }
        for (var map : List.of("events", "notifications")) {
            assertThat(room.attempt(ALICE, powerLevels(JsonObject.of(map, JsonObject.of("x", "50")))))
                    .isDenied()
                    .by(map);
        }
        assertThat(room.attempt(ALICE, powerLevels(JsonObject.of("users", JsonObject.of(BOB.toString(), "50")))))
                .isDenied();
    }

    @InVersions(to = 5)
    void levels_may_have_a_fraction_that_is_dropped(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
        var fifty = new JsonDecimal(new BigDecimal("50.57"));
        room.levels(JsonObject.of("users", JsonObject.of(BOB.toString(), fifty)));

        // 50.57 is 50, so this changes nothing that is Bob's.
        var rounded = room.withCreator(JsonObject.of("users", users(BOB, 50)));
        assertThat(room.attempt(BOB, powerLevels(rounded))).isAllowed();
        var tooMuch = room.withCreator(
                JsonObject.of("users", JsonObject.of(BOB.toString(), new JsonDecimal(new BigDecimal("5.1E1")))));
        assertThat(room.attempt(BOB, powerLevels(tooMuch))).isDenied();
        var beyondDouble = JsonObject.of("ban", new JsonDecimal(new BigDecimal("1E400")));
        assertThat(room.attempt(ALICE, powerLevels(room.withCreator(beyondDouble))))
                .isDenied();
    }

    @InVersions
    void a_level_above_ones_own_is_not_touched(RoomVersion version) {
        for (var name : LEVELS) {
            var high = moderatedBy(BOB, 50, version, JsonObject.EMPTY.with(name, 51));
            var low = moderatedBy(BOB, 50, version, JsonObject.EMPTY.with(name, 50));

            // Removing and lowering what is too high, raising and adding what would be.
            assertThat(attempt(high, BOB, high.withCreator(bobs(50))))
                    .isDenied()
                    .by(name);
            assertThat(attempt(high, BOB, high.withCreator(bobs(50).with(name, 1))))
                    .isDenied()
                    .by(name);
            assertThat(attempt(low, BOB, low.withCreator(bobs(50).with(name, 51))))
                    .isDenied()
                    .by(name);
            var none = moderatedBy(BOB, 50, version, JsonObject.EMPTY);
            assertThat(attempt(none, BOB, none.withCreator(bobs(50).with(name, 51))))
                    .isDenied()
                    .by(name);

            assertThat(attempt(high, BOB, high.withCreator(bobs(50).with(name, 51))))
                    .isAllowed();
            assertThat(attempt(low, BOB, low.withCreator(bobs(50)))).isAllowed();
            assertThat(attempt(low, BOB, low.withCreator(bobs(50).with(name, 0))))
                    .isAllowed();
            assertThat(attempt(none, BOB, none.withCreator(bobs(50).with(name, 50))))
                    .isAllowed();
        }
    }

    @InVersions
    void a_level_of_a_type_above_ones_own_is_not_touched(RoomVersion version) {
        assertEntriesAreGuarded(version, "events", "m.room.name");
    }

    @InVersions(from = 6)
    void a_level_of_a_notification_above_ones_own_is_not_touched(RoomVersion version) {
        assertEntriesAreGuarded(version, "notifications", "room");
    }

    @InVersions(to = 5)
    void levels_of_notifications_are_not_guarded_yet(RoomVersion version) {
        var room = moderatedBy(BOB, 50, version, JsonObject.of("notifications", JsonObject.EMPTY.with("room", 90)));

        assertThat(attempt(room, BOB, room.withCreator(bobs(50)))).isAllowed();
        assertThat(attempt(room, BOB, room.withCreator(bobs(50).with("notifications", "anything"))))
                .isAllowed();
    }

    private static void assertEntriesAreGuarded(RoomVersion version, String map, String key) {
        var high = moderatedBy(BOB, 50, version, JsonObject.of(map, JsonObject.EMPTY.with(key, 51)));

        assertThat(attempt(high, BOB, high.withCreator(bobs(50)))).isDenied().by(key);
        assertThat(attempt(high, BOB, high.withCreator(bobs(50).with(map, JsonObject.EMPTY.with(key, 0)))))
                .isDenied()
                .by(key);
        var raised = JsonObject.EMPTY.with(key, 51).with("other", 51);
        assertThat(attempt(high, BOB, high.withCreator(bobs(50).with(map, raised))))
                .isDenied()
                .by("other");
        var added = JsonObject.EMPTY.with(key, 51).with("other", 50);
        assertThat(attempt(high, BOB, high.withCreator(bobs(50).with(map, added))))
                .isAllowed();
    }

    @InVersions
    void nobody_raises_anybody_above_themselves(RoomVersion version) {
        var room = moderatedBy(BOB, 50, version, JsonObject.EMPTY);

        assertThat(attempt(room, BOB, room.withCreator(bobs(51)))).isDenied().by(BOB.toString());
        assertThat(attempt(room, BOB, room.withCreator(JsonObject.of("users", bobAnd(CAROL, 51)))))
                .isDenied();
        assertThat(attempt(room, BOB, room.withCreator(JsonObject.of("users", bobAnd(CAROL, 50)))))
                .isAllowed();
    }

    @InVersions
    void nobody_takes_from_their_equals_or_betters(RoomVersion version) {
        for (long carols : new long[] {50, 51}) {
            var room = moderatedBy(BOB, 50, version, JsonObject.of("users", users(CAROL, carols)));

            assertThat(attempt(room, BOB, room.withCreator(bobs(50))))
                    .isDenied()
                    .by(CAROL.toString());
            assertThat(attempt(room, BOB, room.withCreator(JsonObject.of("users", bobAnd(CAROL, 0)))))
                    .isDenied();
        }
        var room = moderatedBy(BOB, 50, version, JsonObject.of("users", users(CAROL, 49)));
        assertThat(attempt(room, BOB, room.withCreator(bobs(50)))).isAllowed();
    }

    @InVersions
    void everybody_may_step_down(RoomVersion version) {
        var room = moderatedBy(BOB, 50, version, JsonObject.EMPTY);

        assertThat(attempt(room, BOB, room.withCreator(bobs(0)))).isAllowed();
        assertThat(attempt(room, BOB, room.withCreator(JsonObject.EMPTY))).isAllowed();
    }

    @InVersions(to = 11)
    void the_creator_may_be_deposed_by_themselves_alone(RoomVersion version) {
        var room = moderatedBy(BOB, 100, version, JsonObject.EMPTY);

        assertThat(attempt(room, BOB, bobs(100))).isDenied().by(ALICE.toString());
        assertThat(attempt(room, ALICE, bobs(100))).isAllowed();
        room.sends(ALICE, powerLevels(bobs(100)));
        assertThat(attempt(room, ALICE, bobs(100).with("ban", 0))).isDenied().under("required power level");
    }

    @InVersions(from = 12)
    @Tag("easily-missed-13")
    void creators_have_no_level(RoomVersion version) {
        var room = aRoom().in(version)
                .createdBy(ALICE, JsonObject.of("additional_creators", JsonArray.ofStrings(List.of(BOB))))
                .joinedBy(BOB, CAROL);

        for (var creator : List.of(ALICE, BOB)) {
            for (var sender : List.of(ALICE, BOB)) {
                assertThat(attempt(room, sender, JsonObject.of("users", users(creator, 100))))
                        .isDenied()
                        .by("creator");
            }
        }
        assertThat(attempt(room, BOB, JsonObject.of("users", users(CAROL, JsonInteger.MAX_CANONICAL))))
                .isAllowed();
    }

    @InVersions(from = 12)
    @Tag("easily-missed-13")
    void creators_change_any_level(RoomVersion version) {
        var room = moderatedBy(
                BOB, JsonInteger.MAX_CANONICAL, version, JsonObject.EMPTY.with("ban", JsonInteger.MAX_CANONICAL));

        assertThat(attempt(room, ALICE, JsonObject.EMPTY)).isAllowed();
    }

    @InVersions
    void changing_levels_takes_the_level_for_it(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).joinedBy(BOB).levelOf(BOB, 49);

        assertThat(attempt(room, BOB, room.withCreator(bobs(49)))).isDenied().under("required power level");
    }

    @InVersions
    void who_is_not_in_the_room_has_no_power_over_it(RoomVersion version) {
        var room = aRoom().in(version).createdBy(ALICE).levelOf(ZARA, 100);

        assertThat(attempt(room, ZARA, room.withCreator(JsonObject.EMPTY)))
                .isDenied()
                .under("membership");
    }

    @InVersions
    void levels_under_another_state_key_are_held_against_those_in_force(RoomVersion version) {
        var room = moderatedBy(BOB, 50, version, JsonObject.EMPTY.with("ban", 60));
        var elsewhere = powerLevels(room.withCreator(bobs(50))).withStateKey("elsewhere");

        assertThat(room.attempt(BOB, elsewhere)).isDenied().by("ban");
    }

    private static Verdict attempt(RoomFixture room, UserId sender, JsonObject levels) {
        return room.attempt(sender, powerLevels(levels));
    }

    /** A room in which Bob has the level, beside the levels that are given. */
    private static RoomFixture moderatedBy(UserId moderator, long level, RoomVersion version, JsonObject levels) {
        var others = levels.object("users").orElse(JsonObject.EMPTY);
        var users = others.with(moderator.toString(), level);
        var events = levels.object("events").orElse(LEVELS_AT_FIFTY);
        return aRoom().in(version)
                .createdBy(ALICE)
                .joinedBy(BOB, CAROL)
                .levels(levels.with("users", users).with("events", events));
    }

    private static JsonObject users(UserId user, long level) {
        return JsonObject.EMPTY.with(user.toString(), level);
    }

    private static JsonObject bobAnd(UserId user, long level) {
        return users(BOB, 50).with(user.toString(), level);
    }

    /** Levels by which Bob has this one, and level 50 suffices to change levels whatever other state needs. */
    private static JsonObject bobs(long level) {
        return JsonObject.of("users", users(BOB, level)).with("events", LEVELS_AT_FIFTY);
    }
}
