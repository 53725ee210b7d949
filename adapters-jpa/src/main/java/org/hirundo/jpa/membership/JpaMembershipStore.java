package org.hirundo.jpa.membership;

import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** Memberships in the table {@code room_membership}. */
public final class JpaMembershipStore implements MembershipStore {

    private final Database database;

    /** Memberships of the database. */
    public JpaMembershipStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<RoomId, RoomMembership> roomsOf(UserId user) {
        return database.read(entities -> by(
                RoomMembership::room,
                entities.createQuery("select m from MembershipRow m where m.userId = :user", MembershipRow.class)
                        .setParameter("user", Text.stored(user))));
    }

    @Override
    public Optional<RoomMembership> find(RoomId room, UserId user) {
        var key = new MembershipRow.Key(Text.stored(room), Text.stored(user));
        return database.read(entities ->
                Optional.ofNullable(entities.find(MembershipRow.class, key)).map(MembershipRow::toMembership));
    }

    @Override
    public Map<UserId, RoomMembership> membersOf(RoomId room) {
        return database.read(entities -> by(
                RoomMembership::user,
                entities.createQuery("select m from MembershipRow m where m.roomId = :room", MembershipRow.class)
                        .setParameter("room", Text.stored(room))));
    }

    private static <K> Map<K, RoomMembership> by(
            Function<RoomMembership, K> key, TypedQuery<MembershipRow> query) {
        var found = new HashMap<K, RoomMembership>();
        for (var row : query.getResultList()) {
            var membership = row.toMembership();
            found.put(key.apply(membership), membership);
        }
        return found;
    }

    @Override
    public Map<RoomId, Set<UserId>> joinedTo(Collection<RoomId> rooms) {
        return database.read(entities -> {
            var found = new HashMap<RoomId, Set<UserId>>();
            Chunks.eachStored(rooms, chunk -> {
                var rows = entities.createQuery(
                                """
                                select m.roomId, m.userId from MembershipRow m
                                where m.roomId in :rooms and m.membership = :join""",
                                Object[].class)
                        .setParameter("rooms", chunk)
                        .setParameter("join", Membership.JOIN.wireName())
                        .getResultList();
                for (var row : rows) {
                    found.computeIfAbsent(new RoomId(Text.read((String) row[0])), room -> new HashSet<>())
                            .add(UserId.parse(Text.read((String) row[1])));
                }
            });
            return found;
        });
    }

    @Override
    public void forget(UserId user, Set<RoomId> rooms) {
        database.write(transaction -> {
            Chunks.eachStored(rooms, chunk -> transaction
                    .entities()
                    .createQuery(
                            """
                            update MembershipRow m set m.forgotten = true
                            where m.userId = :user and m.roomId in :rooms and m.membership in :outside""")
                    .setParameter("user", Text.stored(user))
                    .setParameter("rooms", chunk)
                    .setParameter("outside", Set.of(Membership.LEAVE.wireName(), Membership.BAN.wireName()))
                    .executeUpdate());
            return rooms;
        });
    }
}
