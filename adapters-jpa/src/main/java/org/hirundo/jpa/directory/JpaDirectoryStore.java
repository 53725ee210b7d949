package org.hirundo.jpa.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.directory.DirectoryStore;
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
            Optional<String> searchTerm,
            Set<String> roomTypes,
            Optional<DirectoryPosition> after,
            boolean backwards,
            int limit) {
        var query = new PublishedRoomsQuery(searchTerm, roomTypes, after, backwards);
        var page = database
                .read(manager -> RoomSummaries.find(manager, query.jpql(), limit, query.parameters()))
                .entrySet()
                .stream()
                .map(room -> new PublishedRoom(room.getKey(), room.getValue()))
                .toList();
        return backwards ? page.reversed() : page;
    }

    @Override
    public int publishedCount() {
        return Math.toIntExact(
                database.read(manager -> manager.createQuery("select count(p) from PublishedRoomRow p", Long.class)
                        .getSingleResult()));
    }
}
