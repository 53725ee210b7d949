package org.hirundo.application.port.membership;

import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * A user's membership in a room's current state.
 *
 * @param event the membership event
 * @param since the position at which this membership event became current: its own, or the last one of the commit when the
 *     event was known before
 * @param forgotten whether the user forgot the room since
 */
public record RoomMembership(
        RoomId room, UserId user, Membership membership, EventId event, StreamPosition since, boolean forgotten) {}
