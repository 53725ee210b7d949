package org.hirundo.domain.sync;

import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.RoomId;

/**
 * What filters of sliding sync look at of a room.
 *
 * @param type the {@code type} of its create event
 * @param tags the tags that the user gave it
 */
public record SlidingRoomTraits(
        RoomId room,
        boolean invited,
        boolean direct,
        boolean encrypted,
        Optional<String> type,
        Optional<String> name,
        Set<String> tags) {}
