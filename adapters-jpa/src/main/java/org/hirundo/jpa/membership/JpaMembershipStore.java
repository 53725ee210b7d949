package org.hirundo.jpa.membership;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;

/** Memberships, one row each. */
public final class JpaMembershipStore implements MembershipStore {

    private static final String JOINED =
            "select m.room, m.userId from MembershipRow m where m.room in ?1 and m.membership = ?2";
    private static final String FORGET = """
            update MembershipRow m set m.forgotten = ?1
            where m.userId = ?2 and m.room in ?3 and m.membership in ?4
            """;

    /** Who has one of these is not in the room. */
    private static final List<String> OUTSIDE = List.of(Membership.LEAVE.toString(), Membership.BAN.toString());

    private final Database database;

    /** On this database. */
    public JpaMembershipStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<RoomId, RoomMembership> roomsOf(UserId user) {
        return read("select m from MembershipRow m where m.userId = ?1", user).stream()
                .collect(Collectors.toMap(RoomMembership::room, membership -> membership));
    }

    @Override
    public Optional<RoomMembership> find(RoomId room, UserId user) {
        return database.read(manager ->
                        Optional.ofNullable(manager.find(MembershipRow.class, MembershipRow.place(room, user))))
                .map(MembershipRow::membership);
    }

    @Override
    public Map<UserId, RoomMembership> membersOf(RoomId room) {
        return read("select m from MembershipRow m where m.room = ?1", room).stream()
                .collect(Collectors.toMap(RoomMembership::user, membership -> membership));
    }

    private List<RoomMembership> read(String jpql, Object id) {
        return database.read(manager -> Queries.list(manager, jpql, MembershipRow.class, id.toString())).stream()
                .map(MembershipRow::membership)
                .toList();
    }

    @Override
    public Map<RoomId, Set<UserId>> joinedTo(Collection<RoomId> rooms) {
        var joined = Membership.JOIN.toString();
        var rows = database.read(manager ->
                Batches.ask(Ids.of(rooms), some -> Queries.list(manager, JOINED, Object[].class, some, joined)));
        var found = new HashMap<RoomId, Set<UserId>>();
        for (var row : rows) {
            found.computeIfAbsent(new RoomId(row[0].toString()), room -> new HashSet<>())
                    .add(UserId.parse(row[1].toString()));
        }
        return found;
    }

    @Override
    public void forget(UserId user, Set<RoomId> rooms) {
        if (!rooms.isEmpty()) {
            database.change(transaction -> transaction.change(FORGET, true, user.toString(), Ids.of(rooms), OUTSIDE));
        }
    }
}
