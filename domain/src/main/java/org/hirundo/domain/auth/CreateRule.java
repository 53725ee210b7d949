package org.hirundo.domain.auth;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.room.RoomVersion;

/**
 * Rule 1: an {@code m.room.create} begins its room. It is judged by nothing but itself, and no later rule is asked.
 *
 * @param conditions what it must satisfy beside having no {@code prev_events}, in the order of the chapter
 */
record CreateRule(List<Condition> conditions) implements AuthRule {

    static final CreateRule V1 = new CreateRule(
            List.of(CreateRule::roomIsOfSendersServer, CreateRule::versionIsKnown, CreateRule::hasCreator));

    static final CreateRule V11 =
            new CreateRule(List.of(CreateRule::roomIsOfSendersServer, CreateRule::versionIsKnown));

    static final CreateRule V12 = new CreateRule(
            List.of(CreateRule::hasNoRoomId, CreateRule::versionIsKnown, CreateRule::additionalCreatorsAreUsers));

    /** Tells what is wrong with a create event, if anything. */
    interface Condition {

        Optional<String> objection(Event create);
    }

    @Override
    public String name() {
        return "m.room.create";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!event.isType(EventType.CREATE)) {
            return Ruling.pass();
        }
        if (!event.prevEvents().isEmpty()) {
            return Ruling.deny("It has events before it");
        }
        return conditions.stream()
                .flatMap(condition -> condition.objection(event).stream())
                .findFirst()
                .map(Ruling::deny)
                .orElseGet(Ruling::allow);
    }

    private static Optional<String> roomIsOfSendersServer(Event create) {
        return objectionUnless(
                create.roomId().server().equals(Optional.of(create.sender().server())),
                "The room id is not of the sender's server");
    }

    private static Optional<String> hasNoRoomId(Event create) {
        return objectionUnless(!create.json().has("room_id"), "It has a room id, which is to be its own hash");
    }

    private static Optional<String> versionIsKnown(Event create) {
        var content = create.content();
        return objectionUnless(
                !content.has("room_version")
                        || content.string("room_version")
                                .flatMap(RoomVersion::of)
                                .isPresent(),
                "The room version is not known");
    }

    private static Optional<String> hasCreator(Event create) {
        return objectionUnless(create.content().has("creator"), "It names no creator");
    }

    private static Optional<String> additionalCreatorsAreUsers(Event create) {
        var content = create.content();
        return objectionUnless(
                !content.has("additional_creators") || areUsers(content),
                "The additional creators are not a list of users");
    }

    private static boolean areUsers(JsonObject content) {
        return content.array("additional_creators")
                .filter(creators -> creators.values().stream()
                        .allMatch(creator -> creator instanceof JsonString(String user)
                                && UserId.find(user).isPresent()))
                .isPresent();
    }

    private static Optional<String> objectionUnless(boolean satisfied, String objection) {
        return satisfied ? Optional.empty() : Optional.of(objection);
    }
}
