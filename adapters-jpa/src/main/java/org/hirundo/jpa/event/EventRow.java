package org.hirundo.jpa.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.RoomCommit.NewEvent;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.room.RoomVersion;
import org.jspecify.annotations.Nullable;

/** An event: its bytes, and what is asked for. */
@Entity
@Table(name = "event")
class EventRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "stream_position")
    private long streamPosition;

    @Column(name = "room")
    private String room = "";

    @Column(name = "depth")
    private long depth;

    @Column(name = "origin_server_ts")
    private long originServerTs;

    @Column(name = "standing")
    private String standing = "";

    @Column(name = "room_version")
    private String roomVersion = "";

    @Column(name = "state_after")
    private String stateAfter = "";

    /** Null where it is the same as {@code stateAfter}. */
    @Column(name = "room_state")
    private @Nullable String roomState;

    @Column(name = "replaces_state")
    private @Nullable String replacesState;

    @Column(name = "redacted_by")
    private @Nullable String redactedBy;

    @Column(name = "body")
    private byte[] body = {};

    EventRow() {}

    EventRow(NewEvent added, StreamPosition position) {
        var event = added.event();
        id = event.id().value();
        streamPosition = position.value();
        room = event.roomId().toString();
        depth = event.depth();
        originServerTs = event.originServerTs();
        standing = added.standing().name();
        roomVersion = event.roomVersion().id();
        stateAfter = added.stateAfter().value();
        roomState = added.roomState().equals(added.stateAfter())
                ? null
                : added.roomState().value();
        replacesState = added.replacesState().map(EventId::value).orElse(null);
        body = event.bytes();
    }

    /** Puts the redacted form in place of the event. */
    void redact(Event redactedForm, EventId by) {
        body = redactedForm.bytes();
        redactedBy = by.value();
    }

    String room() {
        return room;
    }

    GraphPosition graphPositionAfter() {
        return new GraphPosition(depth, new StreamPosition(streamPosition + 1));
    }

    StoredEvent event() {
        return new StoredEvent(
                Event.ofStored(new EventId(id), RoomVersion.of(roomVersion).orElseThrow(), body),
                new StreamPosition(streamPosition),
                Standing.valueOf(standing),
                new EventId(stateAfter),
                Optional.ofNullable(replacesState).map(EventId::new),
                Optional.ofNullable(redactedBy).map(EventId::new));
    }
}
