package org.hirundo.application.space;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomVersion;

/**
 * What a room shows to somebody who might join it.
 *
 * @param allowedRooms the rooms whose members may join; empty when that is not how the room is joined
 * @param membership the reader's membership, if there is or was one
 */
public record RoomPreview(
        RoomId room,
        RoomVersion version,
        RoomSummary summary,
        List<RoomId> allowedRooms,
        Optional<Membership> membership) {}
