package org.hirundo.application.port.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.Snapshot;

/** The rooms this server knows. They are written with {@link org.hirundo.application.port.stream.StreamStore#commit}. */
public interface RoomStore {

    /** The room's growing end, or empty when the room is not known. */
    Optional<RoomHead> head(RoomId room);

    /**
     * The snapshots of the given names, each with its bases, latest first. Snapshots never change, so the answer may be
     * kept for ever. Unknown names are absent. Costs one read per level of bases at most, whatever the number of names.
     */
    Map<EventId, List<Snapshot>> snapshots(Set<EventId> names);

    /**
     * For each room the name of the snapshot that was its current state once everything up to the position was
     * committed; rooms that did not exist then are absent. One read.
     */
    Map<RoomId, EventId> statesAt(Map<RoomId, StreamPosition> positions);

    /** Which of the rooms have events after the position. One read for any number of rooms. */
    Set<RoomId> changedSince(Collection<RoomId> rooms, StreamPosition position);

    /** The public faces of the rooms; unknown rooms are absent. */
    Map<RoomId, RoomSummary> summaries(Collection<RoomId> rooms);
}
