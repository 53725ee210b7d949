package org.hirundo.mongo.membership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.IdPrefix;

/** Memberships, one document each. Who is joined to a room is answered from an index alone. */
public final class MongoMembershipStore implements MembershipStore {

    private final Database database;
    private final MongoCollection<Document> memberships;

    /** On this database. */
    public MongoMembershipStore(Database database) {
        this.database = database;
        this.memberships = database.collection(MembershipDocument.COLLECTION);
    }

    @Override
    public Map<RoomId, RoomMembership> roomsOf(UserId user) {
        return read(eq(MembershipDocument.USER, user.toString()), RoomMembership::room);
    }

    @Override
    public Optional<RoomMembership> find(RoomId room, UserId user) {
        return database.call(() -> Optional.ofNullable(memberships
                        .find(eq(Fields.ID, MembershipDocument.id(room, user)))
                        .first()))
                .map(MembershipDocument::membership);
    }

    @Override
    public Map<UserId, RoomMembership> membersOf(RoomId room) {
        return read(IdPrefix.of(MembershipDocument.room(room)), RoomMembership::user);
    }

    private <K> Map<K, RoomMembership> read(Bson filter, Function<RoomMembership, K> key) {
        return database.call(() -> {
            var found = new HashMap<K, RoomMembership>();
            memberships
                    .find(filter)
                    .map(MembershipDocument::membership)
                    .forEach(membership -> found.put(key.apply(membership), membership));
            return found;
        });
    }

    @Override
    public Map<RoomId, Set<UserId>> joinedTo(Collection<RoomId> rooms) {
        var joined = and(
                in(MembershipDocument.ROOM, rooms.stream().map(RoomId::toString).toList()),
                eq(MembershipDocument.MEMBERSHIP, Membership.JOIN.toString()));
        return database.call(() -> {
            var found = new HashMap<RoomId, Set<UserId>>();
            memberships
                    .find(joined)
                    .projection(include(MembershipDocument.ROOM, MembershipDocument.USER))
                    .forEach(document -> found.computeIfAbsent(
                                    MembershipDocument.roomOf(document), room -> new HashSet<>())
                            .add(MembershipDocument.userOf(document)));
            return found;
        });
    }

    @Override
    public void forget(UserId user, Set<RoomId> rooms) {
        var left = and(
                in(
                        Fields.ID,
                        rooms.stream()
                                .map(room -> MembershipDocument.id(room, user))
                                .toList()),
                ne(MembershipDocument.MEMBERSHIP, Membership.JOIN.toString()));
        database.run(() -> memberships.updateMany(left, set(MembershipDocument.FORGOTTEN, true)));
    }
}
