package org.hirundo.jpa.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.RoomCommit.MembershipChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "membership")
@IdClass(MembershipRow.Place.class)
class MembershipRow {

    static final UpsertTable TABLE = new UpsertTable(
            "membership", List.of("room", "user_id"), List.of("membership", "event_id", "since_position", "forgotten"));

    /** A user has one membership in a room. */
    record Place(String room, String userId) {}

    @Id
    @Column(name = "room")
    private String room = "";

    @Id
    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "membership")
    private String membership = "";

    @Column(name = "event_id")
    private String eventId = "";

    @Column(name = "since_position")
    private long since;

    @Column(name = "forgotten")
    private boolean forgotten;

    MembershipRow() {}

    static Place place(RoomId room, UserId user) {
        return new Place(room.toString(), user.toString());
    }

    static @Nullable Object[] values(RoomId room, MembershipChange change, StreamPosition since) {
        return new @Nullable Object[] {
            room.toString(),
            change.user().toString(),
            change.membership().toString(),
            change.event().toString(),
            since.value(),
            false
        };
    }

    RoomMembership membership() {
        return new RoomMembership(
                new RoomId(room),
                UserId.parse(userId),
                Membership.of(membership).orElseThrow(),
                new EventId(eventId),
                new StreamPosition(since),
                forgotten);
    }
}
