package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLevelsTest {

    private static final UserId ALICE = UserId.parse("@alice:example.org");
    private static final UserId BOB = UserId.parse("@bob:example.org");
    private static final UserId CAROL = UserId.parse("@carol:example.org");
    private static final UserId DAVE = UserId.parse("@dave:example.org");

    @InVersions
    void without_an_event_the_defaults_hold(RoomVersion version) {
        var levels = PowerLevels.of(create(version), Optional.empty());

        assertDefaults(levels);
        assertThat(levels.levelOf(DAVE)).isZero();
    }

    @InVersions
    void and_with_an_empty_one(RoomVersion version) {
        var levels = levels(version, "{}");

        assertDefaults(levels);
        assertThat(levels.levelOf(DAVE)).isZero();
    }

    private static void assertDefaults(PowerLevels levels) {
        assertThat(levels.required(EventType.MESSAGE, false)).isZero();
        assertThat(levels.required(EventType.TOPIC, true)).isEqualTo(50);
        assertThat(levels.invite()).isZero();
        assertThat(levels.kick()).isEqualTo(50);
        assertThat(levels.ban()).isEqualTo(50);
        assertThat(levels.redact()).isEqualTo(50);
        assertThat(levels.notification("room")).isEqualTo(50);
        assertThat(levels.usersDefault()).isZero();
    }

    @InVersions
    void what_the_event_sets_holds(RoomVersion version) {
        var levels = levels(version, """
                {"users": {"@dave:example.org": 7}, "users_default": 1, "events": {"m.room.topic": 2, "m.room.message": 3},
                 "state_default": 4, "events_default": 5, "invite": 6, "kick": 8, "ban": 9, "redact": 10,
                 "notifications": {"room": 11}}""");

        assertThat(levels.levelOf(DAVE)).isEqualTo(7);
        assertThat(levels.levelOf(UserId.parse("@erin:example.org"))).isEqualTo(1);
        assertThat(levels.required(EventType.TOPIC, true)).isEqualTo(2);
        assertThat(levels.required(EventType.MESSAGE, false)).isEqualTo(3);
        assertThat(levels.required(EventType.NAME, true)).isEqualTo(4);
        assertThat(levels.required(EventType.REACTION, false)).isEqualTo(5);
        assertThat(levels.invite()).isEqualTo(6);
        assertThat(levels.kick()).isEqualTo(8);
        assertThat(levels.ban()).isEqualTo(9);
        assertThat(levels.redact()).isEqualTo(10);
        assertThat(levels.notification("room")).isEqualTo(11);
        assertThat(levels.notification("other")).isEqualTo(50);
    }

    /** The create event is Bob's and names Alice as creator, and Carol as another. */
    @ParameterizedTest
    @CsvSource({
        "1, 100, 0, 0",
        "10, 100, 0, 0",
        "11, 0, 100, 0",
    })
    void until_levels_are_set_the_creator_has_100(String version, long alice, long bob, long carol) {
        var levels = PowerLevels.of(create(RoomVersion.of(version).orElseThrow()), Optional.empty());

        assertThat(levels.levelOf(ALICE)).isEqualTo(alice);
        assertThat(levels.levelOf(BOB)).isEqualTo(bob);
        assertThat(levels.levelOf(CAROL)).isEqualTo(carol);
        assertThat(levels.isCreator(ALICE) || levels.isCreator(BOB)).isFalse();
    }

    @InVersions(to = 11)
    void and_no_more_once_they_are(RoomVersion version) {
        var levels = levels(version, "{\"users_default\": 3}");

        assertThat(levels.levelOf(ALICE)).isEqualTo(3);
        assertThat(levels.levelOf(BOB)).isEqualTo(3);
    }

    @Test
    @Tag("easily-missed-13")
    void in_version_12_creators_stand_above_all_levels() {
        for (var levels : new PowerLevels[] {
            PowerLevels.of(create(RoomVersion.V12), Optional.empty()),
            levels(RoomVersion.V12, "{\"users_default\": 3}"),
        }) {
            assertThat(levels.levelOf(BOB)).isEqualTo(PowerLevels.CREATOR);
            assertThat(levels.levelOf(CAROL)).isEqualTo(PowerLevels.CREATOR);
            assertThat(levels.levelOf(ALICE)).isEqualTo(levels.usersDefault());
            assertThat(levels.isCreator(BOB)).isTrue();
            assertThat(levels.isCreator(CAROL)).isTrue();
            assertThat(levels.isCreator(ALICE)).isFalse();
        }
    }

    /** The examples of the chapters "Deprecated event content schemas", and their edges. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "50| 50",
                "-50| -50",
                "\"100\"| 100",
                "\"000100\"| 100",
                "\"+100\"| 100",
                "\"-100\"| -100",
                "\" 100 \"| 100",
                "\" 00100 \"| 100",
                "\" +100 \"| 100",
                "\" -100 \"| -100",
                "\"99999999999999999999999\"| 9223372036854775807",
                "5.114698E4| 51146",
                "50.57| 50",
                "-50.57| -50",
                "1e300| 9223372036854775807",
            })
    void in_old_versions_levels_may_be_text_or_decimals(String written, long level) {
        assertThat(levels(RoomVersion.V1, "{\"ban\": " + written + "}").ban()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"a\"", "\"1.5\"", "\"1e2\"", "\"--1\"", "\"1 0\"", "1e400", "null", "true", "[]", "{}"
            })
    void what_is_no_level_counts_as_absent(String written) {
        var levels = levels(
                RoomVersion.V1,
                "{\"ban\": " + written + ", \"users\": {\"@dave:example.org\": " + written
                        + "}, \"users_default\": 3}");

        assertThat(levels.ban()).isEqualTo(50);
        assertThat(levels.levelOf(DAVE)).isEqualTo(3);
    }

    @InVersions(from = 10)
    @Tag("easily-missed-30")
    void from_version_10_on_levels_are_integers(RoomVersion version) {
        assertThat(levels(version, "{\"ban\": \"100\"}").ban()).isEqualTo(50);
        assertThat(levels(version, "{\"ban\": 100}").ban()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ban| {`ban`: `50`}",
                "users_default| {`users_default`: null}",
                "invite| {`invite`: 1.5, `events`: 1}",
                "events| {`events`: []}",
                "events| {`events`: {`m.room.name`: `50`}}",
                "notifications| {`notifications`: {`room`: {}}}",
                "users| {`ban`: 1, `users`: {`@dave:example.org`: `+100`}}",
            })
    void what_is_written_today_is_integers(String name, String content) {
        assertThat(PowerLevels.malformed(Json.object(content.replace('`', '"'))))
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'ban': -5, 'users': {'@dave:example.org': 100}, 'events': {}, 'other': 'text'}"})
    void what_is_integers_or_absent_is_well_formed(String content) {
        assertThat(PowerLevels.malformed(Json.object(content.replace('\'', '"'))))
                .isEmpty();
    }

    private static PowerLevels levels(RoomVersion version, String content) {
        var event = TestEvents.event(
                version,
                "$levels",
                "{\"type\": \"m.room.power_levels\", \"state_key\": \"\", \"content\": " + content + "}");
        return PowerLevels.of(create(version), Optional.of(event));
    }

    private static Event create(RoomVersion version) {
        return TestEvents.event(version, "$create", """
                {"type": "m.room.create", "state_key": "", "content":
                    {"creator": "@alice:example.org", "additional_creators": ["@carol:example.org", "nobody", 1]}}""");
    }
}
