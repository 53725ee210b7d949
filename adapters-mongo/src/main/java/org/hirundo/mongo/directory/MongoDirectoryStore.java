package org.hirundo.mongo.directory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.room.PublishedRooms;

/** Aliases, one document each; the published rooms are marked among the rooms. */
public final class MongoDirectoryStore implements DirectoryStore {

    private final Database database;
    private final MongoCollection<Document> aliases;
    private final PublishedRooms publishedRooms;

    /** On this database. */
    public MongoDirectoryStore(Database database, PublishedRooms publishedRooms) {
        this.database = database;
        this.aliases = database.collection(AliasDocument.COLLECTION);
        this.publishedRooms = publishedRooms;
    }

    @Override
    public Optional<AliasEntry> find(RoomAlias alias) {
        return database.call(() -> Optional.ofNullable(
                        aliases.find(eq(Fields.ID, alias.toString())).first()))
                .map(AliasDocument::entry);
    }

    @Override
    public boolean add(AliasEntry entry) {
        return database.insertIfAbsent(aliases, AliasDocument.of(entry));
    }

    @Override
    public boolean remove(RoomAlias alias) {
        return database.call(
                () -> aliases.deleteOne(eq(Fields.ID, alias.toString())).getDeletedCount() == 1);
    }

    @Override
    public List<AliasEntry> aliasesOf(RoomId room) {
        return database.call(() -> aliases.find(eq(AliasDocument.ROOM, room.toString()))
                .sort(ascending(Fields.ID))
                .map(AliasDocument::entry)
                .into(new ArrayList<>()));
    }

    @Override
    public void replace(RoomId old, RoomId replacement) {
        database.transaction(session -> {
            var moved = aliases.updateMany(
                    session, eq(AliasDocument.ROOM, old.toString()), set(AliasDocument.ROOM, replacement.toString()));
            publishedRooms.replace(session, old, replacement);
            return moved;
        });
    }

    @Override
    public void publish(RoomId room, boolean published) {
        publishedRooms.publish(room, published);
    }

    @Override
    public void publish(RoomList.OfNetwork network, RoomId room, boolean published) {
        publishedRooms.publish(network, room, published);
    }

    @Override
    public boolean isPublished(RoomId room) {
        return publishedRooms.isPublished(room);
    }

    @Override
    public List<PublishedRoom> published(
            RoomList list,
            Optional<String> searchTerm,
            Set<String> roomTypes,
            Optional<DirectoryPosition> after,
            boolean backwards,
            int limit) {
        return publishedRooms.page(list, searchTerm, roomTypes, after, backwards, limit);
    }

    @Override
    public int publishedCount(RoomList list) {
        return publishedRooms.count(list);
    }
}
