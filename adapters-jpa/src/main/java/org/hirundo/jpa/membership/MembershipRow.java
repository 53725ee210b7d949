package org.hirundo.jpa.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.RoomCommit.MembershipChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "room_membership")
@IdClass(MembershipRow.Key.class)
class MembershipRow {

    static final SqlTable TABLE =
            SqlTable.of("room_membership", "room_id, user_id", "membership, event_id, since, forgotten");

    record Key(String roomId, String userId) {}

    @Id
    @Column(name = "room_id")
    String roomId;

    @Id
    @Column(name = "user_id")
    String userId;

    @Column(name = "membership")
    String membership;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "since")
    long since;

    @Column(name = "forgotten")
    boolean forgotten;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected MembershipRow() {}

    static @Nullable Object[] values(RoomId room, MembershipChange change, long since) {
        return new Object[] {
            Text.stored(room),
            Text.stored(change.user()),
            change.membership().wireName(),
            Text.stored(change.event()),
            since,
            false
        };
    }

    RoomMembership toMembership() {
        return new RoomMembership(
                new RoomId(Text.read(roomId)),
                UserId.parse(Text.read(userId)),
                Membership.of(membership).orElseThrow(),
                new EventId(Text.read(eventId)),
                new StreamPosition(since),
                forgotten);
    }
}
