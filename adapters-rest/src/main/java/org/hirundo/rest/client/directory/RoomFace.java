package org.hirundo.rest.client.directory;

import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;

/** A room as lists show it ({@code definitions/public_rooms_chunk.yaml}). */
public final class RoomFace {

    private RoomFace() {}

    /** What the room shows of itself, so that more can be added. */
    public static JsonObject.Builder of(RoomId room, RoomSummary summary) {
        return JsonObject.builder()
                .put("room_id", room.toString())
                .putIfPresent("name", summary.name())
                .putIfPresent("topic", summary.topic())
                .putIfPresent("avatar_url", summary.avatarUrl())
                .putIfPresent("canonical_alias", summary.canonicalAlias())
                .putIfPresent("room_type", summary.roomType())
                .put("join_rule", summary.joinRule())
                .put("num_joined_members", summary.joinedMembers())
                .put("world_readable", summary.worldReadable())
                .put("guest_can_join", summary.guestCanJoin());
    }
}
