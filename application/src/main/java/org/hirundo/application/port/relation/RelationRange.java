package org.hirundo.application.port.relation;

import java.util.Optional;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.relation.RelationType;

/**
 * Which children of an event are wanted.
 *
 * @param levels how many relations may lie between a child and the parent: 1 for its own children only, 2 for the children of those
 *     too. Who lies in between must be wanted as well
 * @param relation what type of relation is wanted, any if empty
 * @param type what type of event is wanted, any if empty
 * @param backwards whether events before the place are wanted, the last of them first, rather than those from it on
 * @param place in graph order; exclusive when going backwards, inclusive otherwise
 * @param limit how many at most
 */
public record RelationRange(
        RoomId room,
        EventId parent,
        int levels,
        Optional<RelationType> relation,
        Optional<EventType> type,
        boolean backwards,
        GraphPosition place,
        int limit) {}
