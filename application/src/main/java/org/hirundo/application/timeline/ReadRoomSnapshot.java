package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.RoomEventFilter;

/**
 * Reads all there is to show a room at once, in particular to somebody who looks into it before they join.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidinitialsync">GET
 *     …/initialSync</a>
 */
@Singleton
public final class ReadRoomSnapshot {

    private static final StreamPosition FAR = new StreamPosition(Long.MAX_VALUE);

    private final ReadState readState;
    private final ReadMessages readMessages;
    private final MembershipStore memberships;
    private final DirectoryStore directory;
    private final AccountDataStore accountData;

    @Inject
    public ReadRoomSnapshot(
            ReadState readState,
            ReadMessages readMessages,
            MembershipStore memberships,
            DirectoryStore directory,
            AccountDataStore accountData) {
        this.readState = readState;
        this.readMessages = readMessages;
        this.memberships = memberships;
        this.directory = directory;
        this.accountData = accountData;
    }

    /**
     * A room as a user sees it.
     *
     * @param membership the user's, if there is or was one
     * @param start the place before the messages
     * @param end the place after the messages
     * @param messages the last events, oldest first
     * @param state for who left the room that of then
     * @param published whether the room is in the directory
     * @param accountData what the user keeps with the room
     */
    public record RoomSnapshot(
            Optional<Membership> membership,
            Optional<String> start,
            String end,
            List<ClientEvent> messages,
            List<ClientEvent> state,
            boolean published,
            List<AccountDataStore.Entry> accountData) {}

    /**
     * The room.
     *
     * @param limit how many events of the timeline at most
     * @throws org.hirundo.domain.error.Forbidden when the requester may not look at the room
     */
    public RoomSnapshot read(Requester requester, RoomId room, OptionalInt limit) {
        var state = readState.read(requester, room);
        var page = readMessages.read(new ReadMessages.Wanted(
                requester, room, true, Optional.empty(), Optional.empty(), limit, RoomEventFilter.ALL));
        var own = accountData.changed(requester.user(), StreamPosition.START, FAR).stream()
                .filter(entry -> entry.room().equals(Optional.of(room)))
                .filter(entry -> !entry.content().isEmpty())
                .toList();
        return new RoomSnapshot(
                memberships.find(room, requester.user()).map(RoomMembership::membership),
                page.end(),
                page.start(),
                page.chunk().reversed(),
                state,
                directory.isPublished(room),
                own);
    }
}
