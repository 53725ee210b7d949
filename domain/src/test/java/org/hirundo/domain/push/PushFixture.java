package org.hirundo.domain.push;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.TestEvents;
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

    /** A message of Bob's with these members added or replaced. */
    static PushSubject event(String members) {
        return PushSubject.of(TestEvents.event("$event", members));
    }

    static PushSubject message(String body) {
        return event(JsonObject.of("content", JsonObject.of("body", body).with("msgtype", "m.text"))
                .toString());
    }

    /** A room with many members and nothing special. */
    static PushContext room() {
        return room(100, Optional.of("Alice Liddell"), "{}");
    }

    static PushContext roomOf(long members) {
        return room(members, Optional.empty(), "{}");
    }

    static PushContext roomAs(String displayName) {
        return room(100, Optional.of(displayName), "{}");
    }

    static PushContext roomWithPowerLevels(String content) {
        return room(100, Optional.empty(), content);
    }

    private static PushContext room(long members, Optional<String> displayName, String powerLevels) {
        return new PushContext(
                members,
                displayName,
                PowerLevels.of(created(RoomVersion.V11), Optional.of(state("m.room.power_levels", powerLevels))),
                root -> false,
                id -> Optional.empty());
    }

    /** A room of version 12 that Bob created, so that he has more power than anybody. */
    static PushContext roomOfBob() {
        return new PushContext(
                100,
                Optional.empty(),
                PowerLevels.of(created(RoomVersion.V12), Optional.empty()),
                root -> false,
                id -> Optional.empty());
    }

    /** A room with a thread, to which the user is subscribed. */
    static PushContext roomWithSubscription(EventId subscribed) {
        var room = room();
        return new PushContext(
                room.roomMemberCount(),
                room.displayName(),
                room.powerLevels(),
                subscribed::equals,
                id -> Optional.empty());
    }

    /** A room in which there is an event. */
    static PushContext roomWith(Event known) {
        var room = room();
        return new PushContext(
                room.roomMemberCount(), room.displayName(), room.powerLevels(), room.subscribed(), id -> Optional.of(
                                known)
                        .filter(event -> event.id().equals(id)));
    }

    private static Event created(RoomVersion version) {
        var sender = version.equals(RoomVersion.V12) ? "@bob:example.org" : "@creator:example.org";
        return TestEvents.event(
                version,
                "$create",
                "{\"type\": \"m.room.create\", \"state_key\": \"\", \"sender\": \"" + sender + "\"}");
    }

    private static Event state(String type, String content) {
        return TestEvents.event(
                "$state", "{\"type\": \"" + type + "\", \"state_key\": \"\", \"content\": " + content + "}");
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
