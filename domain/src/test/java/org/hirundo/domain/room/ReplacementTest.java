package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

class ReplacementTest {

    private static final UserId ALICE = UserId.parse("@alice:example.org");

    private static Replacement replacement(RoomVersion before, RoomVersion after, String levels) {
        var create = TestEvents.event(before, "$create", """
                {"type": "m.room.create", "state_key": "", "content": {"creator": "@alice:example.org"}}""");
        var power = TestEvents.event(before, "$levels", """
                {"type": "m.room.power_levels", "state_key": "", "content": %s}""".formatted(levels));
        return new Replacement(create, Optional.of(power), after, List.of(ALICE));
    }

    private static JsonObject newLevels(RoomVersion before, RoomVersion after, String levels) {
        return replacement(before, after, levels).newPowerLevels();
    }

    @Test
    void levels_are_written_as_every_version_reads_them() {
        assertThat(newLevels(RoomVersion.V5, RoomVersion.V10, """
                {"ban": "60", "kick": 55.7, "invite": "many", "users": {"@alice:example.org": " 100 ", "@bob:example.org": []},
                 "events": {"m.room.name": 1e30}, "notifications": 3, "org.example": "kept"}""")).isEqualTo(Json.object("""
                {"ban": 60, "kick": 55, "users": {"@alice:example.org": 100},
                 "events": {"m.room.name": 9007199254740991}, "notifications": {}, "org.example": "kept"}"""));
    }

    @Test
    void a_tombstone_that_needs_more_than_creators_have_keeps_its_level() {
        var levels = newLevels(RoomVersion.V11, RoomVersion.V12, "{\"events\": {\"m.room.tombstone\": 200}}");

        assertThat(levels.object("events")).contains(Json.object("{\"m.room.tombstone\": 200}"));
    }

    @Test
    void a_room_is_closed_for_who_has_no_power() {
        assertThat(replacement(RoomVersion.V10, RoomVersion.V11, "{\"users_default\": 60, \"invite\": 70}")
                        .closedPowerLevels())
                .contains(Json.object("{\"users_default\": 60, \"events_default\": 61, \"invite\": 70}"));
        assertThat(replacement(RoomVersion.V10, RoomVersion.V11, "{\"events_default\": 50, \"invite\": 70}")
                        .closedPowerLevels())
                .isEmpty();
    }
}
