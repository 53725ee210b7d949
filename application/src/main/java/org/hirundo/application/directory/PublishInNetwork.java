package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;

/**
 * An application service shows a room in the directory of one of its networks, or hides it there.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#published-room-directories">Published room
 *     directories</a>
 */
@Singleton
public final class PublishInNetwork {

    private final DirectoryStore directory;
    private final RoomHeads heads;

    @Inject
    public PublishInNetwork(DirectoryStore directory, RoomHeads heads) {
        this.directory = directory;
        this.heads = heads;
    }

    /** Who shows or hides what where. */
    public record Publish(Requester requester, String network, RoomId room, boolean published) {}

    /**
     * Publishes the room in the list of the network, or takes it out of there.
     *
     * @throws Forbidden when no application service asks
     * @throws InvalidParam when the network cannot have such an id
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     */
    public void publish(Publish command) {
        var service = command.requester()
                .askingService()
                .orElseThrow(() -> new Forbidden("Only application services publish rooms of networks"));
        var instance = service.instanceOf(command.network());
        if (instance.getBytes(StandardCharsets.UTF_8).length > RoomList.OfNetwork.MAX_BYTES) {
            throw new InvalidParam("The id of the network is too long");
        }
        directory.publish(
                new RoomList.OfNetwork(instance), heads.get(command.room()).id(), command.published());
    }
}
