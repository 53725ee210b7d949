package org.hirundo.application.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.DirectoryStore.DirectoryPosition;
import org.hirundo.application.port.directory.DirectoryStore.PublishedRoom;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.domain.error.InvalidParam;

/**
 * Lists the rooms that this server publishes, those with the most members first. Open to everybody.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3publicrooms">POST /publicRooms</a>
 */
@Singleton
public final class ListPublicRooms {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    private final DirectoryStore directory;

    @Inject
    public ListPublicRooms(DirectoryStore directory) {
        this.directory = directory;
    }

    /**
     * What is wanted.
     *
     * @param since a token of an earlier page
     * @param searchTerm what name, topic or alias must contain
     * @param roomTypes the wanted types, where an empty string means rooms without one; empty for all
     * @param list where the rooms are to be published
     */
    public record Wanted(
            OptionalInt limit,
            Optional<String> since,
            Optional<String> searchTerm,
            Set<String> roomTypes,
            RoomList list) {

        /** Everything that the server publishes itself, from the start. */
        public static final Wanted ALL =
                new Wanted(OptionalInt.empty(), Optional.empty(), Optional.empty(), Set.of(), new RoomList.OfServer());
    }

    /**
     * A part of the list.
     *
     * @param total how many rooms are published at all
     */
    public record Page(List<PublishedRoom> rooms, Optional<String> nextBatch, Optional<String> prevBatch, int total) {}

    /**
     * A page of the list.
     *
     * @throws InvalidParam when the limit is negative or the token none of ours
     */
    public Page list(Wanted wanted) {
        if (wanted.limit().orElse(1) < 0) {
            throw new InvalidParam("The limit must not be negative");
        }
        int limit = Math.clamp(wanted.limit().orElse(DEFAULT_LIMIT), 1, MAX_LIMIT);
        var since = wanted.since().map(DirectoryToken::parse);
        boolean backwards = since.map(DirectoryToken::backwards).orElse(false);
        // One more than is shown tells whether there is another page in this direction.
        var found = directory.published(
                wanted.list(),
                wanted.searchTerm().filter(term -> !term.isEmpty()),
                wanted.roomTypes(),
                since.map(DirectoryToken::position),
                backwards,
                limit + 1);
        boolean more = found.size() > limit;
        var shown = !more ? found : backwards ? found.subList(1, found.size()) : found.subList(0, limit);
        boolean hasNext = backwards || more;
        boolean hasPrevious = backwards ? more : since.isPresent();
        return new Page(
                shown,
                hasNext && !shown.isEmpty() ? Optional.of(token(shown.getLast(), false)) : Optional.empty(),
                hasPrevious && !shown.isEmpty() ? Optional.of(token(shown.getFirst(), true)) : Optional.empty(),
                directory.publishedCount(wanted.list()));
    }

    private static String token(PublishedRoom room, boolean backwards) {
        var position = new DirectoryPosition(room.summary().joinedMembers(), room.room());
        return new DirectoryToken(position, backwards).toString();
    }
}
