package org.hirundo.domain.room;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** The content of an {@code m.room.create}. What has the wrong type counts as absent. Who created a room, {@link LevelRules.Creators} say. */
public record CreateContent(JsonObject json) {

    /** The content of the event. */
    public static CreateContent of(Event create) {
        return new CreateContent(create.content());
    }

    /** The content of the create event of a new room: what every one of the version says, and what is wanted besides. */
    public static CreateContent of(RoomVersion version, UserId creator, JsonObject wanted) {
        var content = wanted.without("creator").with("room_version", version.id());
        return new CreateContent(
                version.levels().creators() == LevelRules.Creators.CONTENT
                        ? content.with("creator", creator.toString())
                        : content);
    }

    /** The name of the room's version: 1 when the event does not say. The version may be one that nobody knows. */
    public String roomVersion() {
        return json.string("room_version").orElse("1");
    }

    /** Whether users of other servers may come in. */
    public boolean isFederated() {
        return json.bool("m.federate").orElse(true);
    }

    /** What the room is for, such as {@code m.space}. */
    public Optional<String> type() {
        return json.string("type");
    }

    /** The room that this one takes the place of. */
    public Optional<RoomId> predecessor() {
        return json.object("predecessor")
                .flatMap(predecessor -> predecessor.string("room_id"))
                .flatMap(RoomId::find);
    }
}
