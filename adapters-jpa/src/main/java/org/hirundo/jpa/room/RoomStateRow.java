package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

/** What an event, written elsewhere, tells of its room's state. Only read. */
@Entity
@Table(name = "event")
class RoomStateRow {

    @Id
    @Column(name = "stream_position")
    long streamPosition;

    @Column(name = "room_id")
    String roomId;

    @Column(name = "state_after")
    String stateAfter;

    /** Null where it is {@link #stateAfter}. */
    @Column(name = "room_state")
    @Nullable String roomState;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected RoomStateRow() {}

    RoomId room() {
        return new RoomId(Text.read(roomId));
    }

    EventId state() {
        return new EventId(Text.read(roomState == null ? stateAfter : roomState));
    }
}
