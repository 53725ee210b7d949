package org.hirundo.domain.push;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.PowerLevels;
import org.hirundo.domain.room.RoomVersion;

/** Events, and rooms in which Alice gets them. */
final class PushFixture {

    static final UserId ALICE = UserId.parse("@alice:example.org");

    private PushFixture() {}

    /** An event of these members; those that every event has are filled in. */
    static PushSubject event(String members) {
        var json = JsonObject.builder()
                .put("type", "m.room.message")
                .put("room_id", "!room:example.org")
                .put("sender", "@bob:example.org")
                .put("content", JsonObject.EMPTY)
                .put("origin_server_ts", 1_432_735_824_653L)
                .put("depth", 7)
                .put("prev_events", Json.array("[]"))
                .put("auth_events", Json.array("[]"))
                .putAll(Json.object(members))
                .build();
        return PushSubject.of(Event.ofStored(
                EventId.parse("$event"), RoomVersion.V11, json.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static PushSubject message(String body) {
        return event(JsonObject.of("content", JsonObject.of("body", body).with("msgtype", "m.text"))
                .toString());
    }

    /** A room with many members and nothing special. */
    static PushContext room() {
        return new PushContext(100, Optional.of("Alice Liddell"), levels(JsonObject.EMPTY));
    }

    static PowerLevels levels(JsonObject content) {
        return PowerLevels.of(state("m.room.create", JsonObject.EMPTY), Optional.of(state("m.room.power_levels", content)));
    }

    private static Event state(String type, JsonObject content) {
        var json = JsonObject.builder()
                .put("type", type)
                .put("state_key", "")
                .put("room_id", "!room:example.org")
                .put("sender", "@creator:example.org")
                .put("content", content)
                .build();
        return Event.ofStored(
                EventId.parse("$state"), RoomVersion.V11, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static PushContext roomOf(long members) {
        return new PushContext(members, Optional.empty(), levels(JsonObject.EMPTY));
    }

    static PushContext roomWithPowerLevels(String content) {
        return new PushContext(100, Optional.empty(), levels(Json.object(content)));
    }

    static PushDecision decide(PushRuleset rules, PushSubject subject, PushContext context) {
        return PushEvaluator.of(rules).evaluate(subject, context);
    }

    static boolean holds(String condition, PushSubject subject) {
        return holds(condition, subject, room());
    }

    static boolean holds(String condition, PushSubject subject, PushContext context) {
        return PushCondition.of(Json.object(condition)).holds(subject, context);
    }
}
