package org.hirundo.jpa.push;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.push.PushStore.Waiting;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

/** An event that waits to be pushed. */
@Entity
@Table(name = "waiting_push")
class WaitingRow {

    static final UpsertTable TABLE = UpsertTable.of("waiting_push", "pusher", "stream_position", "event_id", "tweaks");

    @Id
    @Column(name = "id")
    private String id = "";

    /** The id of the pusher's row. */
    @Column(name = "pusher")
    private String pusher = "";

    @Column(name = "stream_position")
    private long streamPosition;

    @Column(name = "event_id")
    private String eventId = "";

    @Column(name = "tweaks")
    private byte[] tweaks = {};

    WaitingRow() {}

    static @Nullable Object[] values(Waiting push) {
        var pusher = PusherRow.id(push.pusher());
        return new @Nullable Object[] {
            Digest.of(pusher, push.position().value()),
            pusher,
            push.position().value(),
            push.event().toString(),
            StoredJson.of(push.tweaks())
        };
    }

    long position() {
        return streamPosition;
    }

    Waiting waiting(Pusher.Key key) {
        return new Waiting(key, new StreamPosition(streamPosition), new EventId(eventId), StoredJson.object(tweaks));
    }
}
