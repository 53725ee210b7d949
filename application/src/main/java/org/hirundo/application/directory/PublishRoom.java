package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.RoomId;

/**
 * Shows a room in the directory, or hides it there.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3directorylistroomroomid">PUT
 *     /directory/list/room</a>
 */
@Singleton
public final class PublishRoom {

    private final RateLimiter limits;
    private final DirectoryStore directory;
    private final DirectoryPermissions permissions;

    @Inject
    public PublishRoom(RateLimiter limits, DirectoryStore directory, DirectoryPermissions permissions) {
        this.limits = limits;
        this.directory = directory;
        this.permissions = permissions;
    }

    /** Who shows or hides what. */
    public record Publish(Requester requester, RoomId room, boolean published) {}

    /**
     * Publishes the room, or takes it out of the list.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws Forbidden when the requester may not decide how the room is presented
     */
    public void publish(Publish command) {
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.SETTINGS);
        if (!permissions.mayPresent(command.requester(), command.room())) {
            throw new Forbidden("You may not decide whether the room is in the directory");
        }
        directory.publish(command.room(), command.published());
    }
}
