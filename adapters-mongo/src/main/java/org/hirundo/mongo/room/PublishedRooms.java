package org.hirundo.mongo.room;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.directory.DirectoryStore.DirectoryPosition;
import org.hirundo.application.port.directory.DirectoryStore.PublishedRoom;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.domain.id.RoomId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** The published rooms: marks in the rooms' documents, and indexes of those that have them in the order of the lists. */
public final class PublishedRooms {

    private static final Bson FORWARDS = orderBy(descending(RoomDocument.JOINED_MEMBERS), ascending(Fields.ID));
    private static final Bson BACKWARDS = orderBy(ascending(RoomDocument.JOINED_MEMBERS), descending(Fields.ID));

    private final Database database;
    private final MongoCollection<Document> rooms;

    /** On this database. */
    public PublishedRooms(Database database) {
        this.database = database;
        this.rooms = database.collection(RoomDocument.COLLECTION);
    }

    /** A room without a public face cannot be shown. Said by its members, which are in the indexes. */
    private static Bson shown(RoomList list) {
        var published =
                switch (list) {
                    case RoomList.OfServer() -> eq(RoomDocument.PUBLISHED, true);
                    case RoomList.OfNetwork(var instance) -> eq(RoomDocument.NETWORKS, instance);
                    case RoomList.OfAll() -> or(eq(RoomDocument.PUBLISHED, true), gte(RoomDocument.NETWORKS, ""));
                };
        return and(published, gte(RoomDocument.JOINED_MEMBERS, 0));
    }

    /** Publishes the room or takes it out of the list; nothing happens to a room that is not known. */
    public void publish(RoomId room, boolean published) {
        database.run(() -> rooms.updateOne(RoomDocument.id(room), set(RoomDocument.PUBLISHED, published)));
    }

    /** Publishes one room in the place of another, if that was published. */
    public void replace(ClientSession session, RoomId old, RoomId replacement) {
        var published = and(RoomDocument.id(old), eq(RoomDocument.PUBLISHED, true));
        if (rooms.updateOne(session, published, set(RoomDocument.PUBLISHED, false))
                        .getModifiedCount()
                == 1) {
            rooms.updateOne(session, RoomDocument.id(replacement), set(RoomDocument.PUBLISHED, true));
        }
        var before = rooms.findOneAndUpdate(session, RoomDocument.id(old), unset(RoomDocument.NETWORKS));
        if (before != null && before.containsKey(RoomDocument.NETWORKS)) {
            var networks = before.getList(RoomDocument.NETWORKS, String.class);
            rooms.updateOne(session, RoomDocument.id(replacement), addEachToSet(RoomDocument.NETWORKS, networks));
        }
    }

    /** Publishes the room in the list of the network or takes it out of there; nothing happens to a room that is not known. */
    public void publish(RoomList.OfNetwork network, RoomId room, boolean published) {
        database.run(() -> rooms.updateOne(
                RoomDocument.id(room),
                published
                        ? addToSet(RoomDocument.NETWORKS, network.instance())
                        : pull(RoomDocument.NETWORKS, network.instance())));
    }

    /** Whether the room is published. */
    public boolean isPublished(RoomId room) {
        var filter = and(RoomDocument.id(room), eq(RoomDocument.PUBLISHED, true));
        return database.call(() -> rooms.countDocuments(filter) == 1);
    }

    /** How many rooms are in the list. */
    public int count(RoomList list) {
        return Math.toIntExact(database.call(() -> rooms.countDocuments(shown(list))));
    }

    /** A page of the list; the parameters are those of the port. */
    public List<PublishedRoom> page(
            RoomList list,
            Optional<String> searchTerm,
            Set<String> roomTypes,
            Optional<DirectoryPosition> after,
            boolean backwards,
            int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(shown(list));
        after.ifPresent(position -> filters.add(backwards ? before(position) : behind(position)));
        if (!roomTypes.isEmpty()) {
            filters.add(in(
                    RoomDocument.ROOM_TYPE,
                    roomTypes.stream().map(type -> type.isEmpty() ? null : type).toList()));
        }
        searchTerm.ifPresent(term -> filters.add(contains(RoomDocument.searched(term))));
        var page = database.call(() -> rooms.find(and(filters))
                .projection(include(RoomDocument.SUMMARY))
                .sort(backwards ? BACKWARDS : FORWARDS)
                .limit(limit)
                .map(document -> new PublishedRoom(RoomDocument.room(document), RoomDocument.summary(document)))
                .into(new ArrayList<>()));
        return backwards ? page.reversed() : page;
    }

    private static Bson behind(DirectoryPosition position) {
        return or(
                lt(RoomDocument.JOINED_MEMBERS, position.joinedMembers()),
                and(
                        eq(RoomDocument.JOINED_MEMBERS, position.joinedMembers()),
                        gt(Fields.ID, position.room().toString())));
    }

    private static Bson before(DirectoryPosition position) {
        return or(
                gt(RoomDocument.JOINED_MEMBERS, position.joinedMembers()),
                and(
                        eq(RoomDocument.JOINED_MEMBERS, position.joinedMembers()),
                        lt(Fields.ID, position.room().toString())));
    }

    /** Rooms one of whose searched texts contains the term. Not a regular expression: those cannot look for NUL. */
    private static Bson contains(String term) {
        var found = new Document(
                "$gte", List.of(new Document("$indexOfBytes", List.of("$$this", new Document("$literal", term))), 0));
        return expr(new Document(
                "$anyElementTrue",
                List.of(new Document("$map", new Document("input", "$" + RoomDocument.SEARCHED).append("in", found)))));
    }
}
