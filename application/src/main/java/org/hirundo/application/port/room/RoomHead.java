package org.hirundo.application.port.room;

import java.util.List;
import java.util.Set;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.Snapshot;

/**
 * A room's growing end as it is stored.
 *
 * @param revision how many commits made the room
 * @param forwardExtremities the events that no accepted event refers to yet
 * @param currentState the snapshot of the current state and its bases, latest first; empty only while there is none
 */
public record RoomHead(
        RoomId room, RoomVersion version, long revision, Set<EventId> forwardExtremities, List<Snapshot> currentState) {

    public RoomHead {
        forwardExtremities = Set.copyOf(forwardExtremities);
        currentState = List.copyOf(currentState);
    }
}
