package org.hirundo.domain.sync;

import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.RoomId;

/** The {@code rooms} and {@code not_rooms} of a filter; a room in both is left out. */
record RoomSelection(Optional<Set<RoomId>> rooms, Set<RoomId> notRooms) {

    static RoomSelection read(RequestReader reader) {
        return new RoomSelection(
                reader.identifiers("rooms", RoomId::parse),
                reader.identifiers("not_rooms", RoomId::parse).orElse(Set.of()));
    }

    boolean includes(RoomId room) {
        return (rooms.isEmpty() || rooms.get().contains(room)) && !notRooms.contains(room);
    }
}
