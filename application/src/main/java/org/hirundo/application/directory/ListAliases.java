package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;

/**
 * Lists the aliases that a room has on this server, for its members; for everybody when the room is world-readable.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidaliases">GET …/aliases</a>
 */
@Singleton
public final class ListAliases {

    private final DirectoryStore directory;
    private final DirectoryPermissions permissions;
    private final RoomHeads heads;

    @Inject
    public ListAliases(DirectoryStore directory, DirectoryPermissions permissions, RoomHeads heads) {
        this.directory = directory;
        this.permissions = permissions;
        this.heads = heads;
    }

    /**
     * The aliases in the order of their names.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws org.hirundo.domain.error.Forbidden when the requester may not see them
     */
    public List<RoomAlias> list(Requester requester, RoomId room) {
        requester.refuseGuest();
        if (!heads.get(room).summary().worldReadable()) {
            permissions.refuseUnlessMember(requester, room);
        }
        return directory.aliasesOf(room).stream().map(AliasEntry::alias).toList();
    }
}
