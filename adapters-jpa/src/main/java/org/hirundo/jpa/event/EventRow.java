package org.hirundo.jpa.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.RoomCommit.NewEvent;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "event")
class EventRow {

    static final SqlTable TABLE = SqlTable.of(
            "event",
            "stream_position",
            "event_id, room_id, room_version, standing, depth, event_type, state_key, sender, origin_server_ts,"
                    + " state_after, room_state, replaces_state, redacts, relates_to, rel_type, contains_url, pdu");

    static final String REDACT = "update event set pdu = ?, redacted_by = ?, relates_to = ?, rel_type = ?,"
            + " contains_url = ? where event_id = ?";

    @Id
    @Column(name = "stream_position")
    long streamPosition;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "room_id")
    String roomId;

    @Column(name = "room_version")
    String roomVersion;

    @Column(name = "standing")
    int standing;

    @Column(name = "depth")
    long depth;

    @Column(name = "event_type")
    String eventType;

    @Column(name = "state_key")
    @Nullable String stateKey;

    @Column(name = "sender")
    String sender;

    @Column(name = "origin_server_ts")
    long originServerTs;

    @Column(name = "state_after")
    String stateAfter;

    /** Null where it is {@link #stateAfter}. */
    @Column(name = "room_state")
    @Nullable String roomState;

    @Column(name = "replaces_state")
    @Nullable String replacesState;

    @Column(name = "redacted_by")
    @Nullable String redactedBy;

    /** The event that this one redacts; it may come later. */
    @Column(name = "redacts")
    @Nullable String redacts;

    @Column(name = "relates_to")
    @Nullable String relatesTo;

    @Column(name = "rel_type")
    @Nullable String relType;

    @Column(name = "contains_url")
    boolean containsUrl;

    @Column(name = "pdu")
    byte[] pdu;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected EventRow() {}

    static @Nullable Object[] values(RoomId room, NewEvent added, long position) {
        var event = added.event();
        var relation = Relation.of(event);
        return new @Nullable Object[] {
            position,
            Text.stored(event.id()),
            Text.stored(room),
            event.roomVersion().id(),
            Standings.code(added.standing()),
            event.depth(),
            Text.stored(event.type()),
            Text.stored(event.stateKey()),
            Text.stored(event.sender()),
            event.originServerTs(),
            Text.stored(added.stateAfter()),
            added.roomState().equals(added.stateAfter()) ? null : Text.stored(added.roomState()),
            Text.stored(added.replacesState()),
            Text.stored(event.redacts().filter(Relation::isEventId)),
            Text.stored(relation.map(Relation::to)),
            Text.stored(relation.map(Relation::type)),
            Relation.containsUrl(event),
            event.bytes()
        };
    }

    /** The parameters of {@link #REDACT}. */
    static @Nullable Object[] redaction(Event redactedForm, EventId by) {
        var relation = Relation.of(redactedForm);
        return new @Nullable Object[] {
            redactedForm.bytes(),
            Text.stored(by),
            Text.stored(relation.map(Relation::to)),
            Text.stored(relation.map(Relation::type)),
            Relation.containsUrl(redactedForm),
            Text.stored(redactedForm.id())
        };
    }

    RoomId room() {
        return new RoomId(Text.read(roomId));
    }

    StoredEvent toStoredEvent() {
        var version = RoomVersion.of(roomVersion).orElseThrow();
        return new StoredEvent(
                Event.ofStored(new EventId(Text.read(eventId)), version, pdu),
                new StreamPosition(streamPosition),
                Standings.standing(standing),
                new EventId(Text.read(stateAfter)),
                eventId(replacesState),
                eventId(redactedBy));
    }

    private static Optional<EventId> eventId(@Nullable String stored) {
        return Text.find(stored).map(EventId::new);
    }
}
