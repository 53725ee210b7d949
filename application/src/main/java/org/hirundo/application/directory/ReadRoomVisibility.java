package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.domain.id.RoomId;

/**
 * Says whether a room is shown in the directory. Open to everybody.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3directorylistroomroomid">GET
 *     /directory/list/room</a>
 */
@Singleton
public final class ReadRoomVisibility {

    private final DirectoryStore directory;
    private final RoomHeads heads;

    @Inject
    public ReadRoomVisibility(DirectoryStore directory, RoomHeads heads) {
        this.directory = directory;
        this.heads = heads;
    }

    /**
     * Whether the room is published.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     */
    public boolean isPublished(RoomId room) {
        return directory.isPublished(heads.get(room).id());
    }
}
