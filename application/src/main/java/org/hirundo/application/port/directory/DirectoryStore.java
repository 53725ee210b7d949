package org.hirundo.application.port.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** The aliases of this server, and the rooms it publishes. */
public interface DirectoryStore {

    /** An alias of this server. */
    record AliasEntry(RoomAlias alias, RoomId room, UserId creator) {}

    /** A published room. */
    record PublishedRoom(RoomId room, RoomSummary summary) {}

    /**
     * A place in the list of published rooms, which is ordered by joined members, most first, then by room id. It stays
     * right while rooms come and go.
     */
    record DirectoryPosition(int joinedMembers, RoomId room) {}

    /** The alias, or empty. */
    Optional<AliasEntry> find(RoomAlias alias);

    /** Adds the alias; false, and nothing is changed, when it is taken. */
    boolean add(AliasEntry entry);

    /** Takes the alias away; false when there was none. */
    boolean remove(RoomAlias alias);

    /** The aliases of a room in the order of their names. */
    List<AliasEntry> aliasesOf(RoomId room);

    /**
     * Lets one room take the place of another, in one transaction: all aliases of the old one point to the new one, which is
     * published instead of it where it was.
     */
    void replace(RoomId old, RoomId replacement);

    /** Publishes the room in the server's own list, or takes it out of there. */
    void publish(RoomId room, boolean published);

    /** Publishes a room that is known in the list of a network, or takes it out of there. */
    void publish(RoomList.OfNetwork network, RoomId room, boolean published);

    /** Whether the server publishes the room itself. */
    boolean isPublished(RoomId room);

    /**
     * A page of the published rooms.
     *
     * @param list which of them
     * @param searchTerm what name, topic, canonical alias or room id must contain, letter case aside; empty for all
     * @param roomTypes the wanted room types, where an empty string means rooms without one; empty for all
     * @param after exclusive start; empty for the beginning
     * @param backwards whether the rooms just before {@code after} are wanted instead; the order of the answer is the same
     */
    List<PublishedRoom> published(
            RoomList list,
            Optional<String> searchTerm,
            Set<String> roomTypes,
            Optional<DirectoryPosition> after,
            boolean backwards,
            int limit);

    /** How many rooms are published there. */
    int publishedCount(RoomList list);
}
