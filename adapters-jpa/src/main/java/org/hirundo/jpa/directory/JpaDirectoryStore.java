package org.hirundo.jpa.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.Transaction;
import org.hirundo.jpa.room.RoomSummaries;

/** Aliases and the list of published rooms, one row each; the list shows what rooms show of themselves. */
public final class JpaDirectoryStore implements DirectoryStore {

    private final Database database;

    /** On this database. */
    public JpaDirectoryStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<AliasEntry> find(RoomAlias alias) {
        return database.read(manager -> Optional.ofNullable(manager.find(RoomAliasRow.class, alias.toString())))
                .map(RoomAliasRow::entry);
    }

    @Override
    public boolean add(AliasEntry entry) {
        return database.write(transaction -> {
            var free = transaction
                    .find(RoomAliasRow.class, entry.alias().toString())
                    .isEmpty();
            if (free) {
                transaction.add(new RoomAliasRow(entry));
            }
            return free;
        });
    }

    @Override
    public boolean remove(RoomAlias alias) {
        return database.write(transaction ->
                transaction.change("delete from RoomAliasRow a where a.alias = ?1", alias.toString()) == 1);
    }

    @Override
    public List<AliasEntry> aliasesOf(RoomId room) {
        return database
                .read(manager -> Queries.list(
                        manager,
                        "select a from RoomAliasRow a where a.room = ?1 order by a.alias",
                        RoomAliasRow.class,
                        room.toString()))
                .stream()
                .map(RoomAliasRow::entry)
                .toList();
    }

    @Override
    public void replace(RoomId old, RoomId replacement) {
        database.change(transaction -> {
            transaction.change(
                    "update RoomAliasRow a set a.room = ?1 where a.room = ?2", replacement.toString(), old.toString());
            if (unpublish(transaction, old)) {
                publish(transaction, replacement);
            }
            var networks = transaction
                    .query("select n.network from NetworkRoomRow n where n.room = ?1", String.class, old.toString())
                    .getResultList();
            transaction.change("delete from NetworkRoomRow n where n.room = ?1", old.toString());
            networks.forEach(network -> publish(transaction, network, replacement));
        });
    }

    private static void publish(Transaction transaction, String network, RoomId room) {
        if (transaction
                .find(NetworkRoomRow.class, NetworkRoomRow.id(network, room))
                .isEmpty()) {
            transaction.add(new NetworkRoomRow(network, room));
        }
    }

    @Override
    public void publish(RoomList.OfNetwork network, RoomId room, boolean published) {
        database.change(transaction -> {
            if (published) {
                publish(transaction, network.instance(), room);
            } else {
                transaction.change(
                        "delete from NetworkRoomRow n where n.network = ?1 and n.room = ?2",
                        network.instance(),
                        room.toString());
            }
        });
    }

    @Override
    public void publish(RoomId room, boolean published) {
        database.change(transaction -> {
            if (published) {
                publish(transaction, room);
            } else {
                unpublish(transaction, room);
            }
        });
    }

    private static void publish(Transaction transaction, RoomId room) {
        if (transaction.find(PublishedRoomRow.class, room.toString()).isEmpty()) {
            transaction.add(new PublishedRoomRow(room));
        }
    }

    /** Whether the room was published. */
    private static boolean unpublish(Transaction transaction, RoomId room) {
        return transaction.change("delete from PublishedRoomRow p where p.room = ?1", room.toString()) == 1;
    }

    @Override
    public boolean isPublished(RoomId room) {
        return database.read(manager -> manager.find(PublishedRoomRow.class, room.toString()) != null);
    }

    @Override
    public List<PublishedRoom> published(
            RoomList list,
            Optional<String> searchTerm,
            Set<String> roomTypes,
            Optional<DirectoryPosition> after,
            boolean backwards,
            int limit) {
        var query = new PublishedRoomsQuery(list, searchTerm, roomTypes, after, backwards);
        var page = database
                .read(manager -> RoomSummaries.find(manager, query.jpql(), limit, query.parameters()))
                .entrySet()
                .stream()
                .map(room -> new PublishedRoom(room.getKey(), room.getValue()))
                .toList();
        return backwards ? page.reversed() : page;
    }

    @Override
    public int publishedCount(RoomList list) {
        var query = PublishedRoomsQuery.counting(list);
        return Math.toIntExact(
                database.read(manager -> Queries.of(manager, query.jpql(), Long.class, query.parameters())
                        .getSingleResult()));
    }
}
