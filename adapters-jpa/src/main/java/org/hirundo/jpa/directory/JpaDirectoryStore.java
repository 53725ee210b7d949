package org.hirundo.jpa.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.room.PublishedRoomsQuery;

/** Aliases and published rooms in the tables {@code room_alias} and {@code published_room}. */
public final class JpaDirectoryStore implements DirectoryStore {

    private final Database database;

    /** The directory of the database. */
    public JpaDirectoryStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<AliasEntry> find(RoomAlias alias) {
        return database.read(entities ->
                Optional.ofNullable(entities.find(AliasRow.class, Text.stored(alias))).map(AliasRow::toEntry));
    }

    @Override
    public boolean add(AliasEntry entry) {
        return database.write(transaction -> transaction.insertIfAbsent(
                AliasRow.TABLE, Text.stored(entry.alias()), Text.stored(entry.room()), Text.stored(entry.creator())));
    }

    @Override
    public boolean remove(RoomAlias alias) {
        return database.write(transaction -> transaction
                        .entities()
                        .createQuery("delete from AliasRow a where a.alias = :alias")
                        .setParameter("alias", Text.stored(alias))
                        .executeUpdate()
                == 1);
    }

    @Override
    public List<AliasEntry> aliasesOf(RoomId room) {
        return database.read(entities -> entities.createQuery(
                        "select a from AliasRow a where a.roomId = :room order by a.alias", AliasRow.class)
                .setParameter("room", Text.stored(room))
                .getResultList()
                .stream()
                .map(AliasRow::toEntry)
                .toList());
    }

    @Override
    public void publish(RoomId room, boolean published) {
        database.write(transaction -> published
                ? transaction.insertIfAbsent(PublishedRoomRow.TABLE, Text.stored(room))
                : transaction
                                .entities()
                                .createQuery("delete from PublishedRoomRow p where p.roomId = :room")
                                .setParameter("room", Text.stored(room))
                                .executeUpdate()
                        == 1);
    }

    @Override
    public boolean isPublished(RoomId room) {
        return database.read(entities -> entities.find(PublishedRoomRow.class, Text.stored(room)) != null);
    }

    @Override
    public List<PublishedRoom> published(
            Optional<String> searchTerm,
            Set<String> roomTypes,
            Optional<DirectoryPosition> after,
            boolean backwards,
            int limit) {
        var query = new PublishedRoomsQuery()
                .search(searchTerm, database.dialect())
                .types(roomTypes)
                .from(after, backwards);
        return database.read(entities -> query.run(entities, limit));
    }

    @Override
    public int publishedCount() {
        return database.read(entities -> entities.createQuery("select count(p) from PublishedRoomRow p", Long.class)
                .getSingleResult()
                .intValue());
    }
}
