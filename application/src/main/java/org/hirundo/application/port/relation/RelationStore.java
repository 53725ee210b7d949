package org.hirundo.application.port.relation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * How events relate to others. It is known from the events themselves, which are written with {@link
 * org.hirundo.application.port.stream.StreamStore#commit}: an accepted event with a {@link org.hirundo.domain.relation.Relation} is
 * a child of its parent, provided that both are in the same room, and ceases to be one when it is redacted. The parent need not be
 * known when the child comes.
 */
public interface RelationStore {

    /** The children of an event that are wanted, nearest to the place first. */
    List<EventId> related(RelationRange range);

    /**
     * What the children of each of the events come to; events without children of which anything is told are absent. As many reads
     * for a thousand events as for one.
     *
     * @param parents they may be of many rooms
     */
    Map<EventId, RelationSummary> summaries(Collection<StoredEvent> parents, RelationViewer viewer);

    /**
     * The threads of a room whose latest event is before the place in graph order, that with the latest first.
     *
     * @param before exclusive
     */
    List<ThreadPlace> threads(RoomId room, GraphPosition before, RelationViewer viewer, int limit);

    /** The {@code m.annotation} children of the event that the user sent with this type. */
    Set<EventId> annotations(RoomId room, EventId parent, UserId by, EventType type);
}
