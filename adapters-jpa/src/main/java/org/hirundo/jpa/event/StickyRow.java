package org.hirundo.jpa.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.Stickiness;

/** That an event is sticky. */
@Entity
@Table(name = "sticky_event")
class StickyRow {

    @Id
    @Column(name = "event_id")
    private String event = "";

    @Column(name = "room")
    private String room = "";

    @Column(name = "sticky_until")
    private long stickyUntil;

    @Column(name = "stream_position")
    private long streamPosition;

    StickyRow() {}

    StickyRow(Event sticky, Stickiness stickiness, StreamPosition position) {
        event = sticky.id().value();
        room = sticky.roomId().toString();
        stickyUntil = stickiness.until(sticky.originServerTs()).toEpochMilli();
        streamPosition = position.value();
    }

    String event() {
        return event;
    }

    long position() {
        return streamPosition;
    }
}
