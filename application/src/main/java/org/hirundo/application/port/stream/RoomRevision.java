package org.hirundo.application.port.stream;

import java.util.Set;
import org.hirundo.domain.id.EventId;

/**
 * A room as one of its commits left it. The number alone does not tell: where several nodes write, each may have made
 * another commit of the same number, one of which was left out; what the room ended in then tells them apart.
 *
 * @param number how many commits made the room
 * @param forwardExtremities the room's forward extremities
 */
public record RoomRevision(long number, Set<EventId> forwardExtremities) {

    /** A room before its first commit. */
    public static final RoomRevision NONE = new RoomRevision(0, Set.of());

    public RoomRevision {
        forwardExtremities = Set.copyOf(forwardExtremities);
    }

    /** The revision after one more commit. */
    public RoomRevision next(Set<EventId> extremitiesThen) {
        return new RoomRevision(number + 1, extremitiesThen);
    }
}
