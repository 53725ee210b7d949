package org.hirundo.jpa.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.UpsertTable;

@Entity
@Table(name = "thread_subscription")
class ThreadSubscriptionRow {

    static final UpsertTable TABLE =
            UpsertTable.of("thread_subscription", "user_id", "room", "root", "subscription", "stream_position");

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "room")
    private String room = "";

    @Column(name = "root")
    private String root = "";

    @Column(name = "subscription")
    private String subscription = "";

    @Column(name = "stream_position")
    private long streamPosition;

    ThreadSubscriptionRow() {}

    static String id(UserId user, RoomId room, EventId root) {
        return Digest.of(user, room, root);
    }

    static Object[] values(ThreadSubscriptionChange change, StreamPosition position) {
        return new Object[] {
            id(change.user(), change.room(), change.root()),
            change.user().toString(),
            change.room().value(),
            change.root().value(),
            change.subscription().name().toLowerCase(Locale.ROOT),
            position.value()
        };
    }

    Entry entry() {
        return new Entry(
                new RoomId(room),
                new EventId(root),
                Subscription.valueOf(subscription.toUpperCase(Locale.ROOT)),
                new StreamPosition(streamPosition));
    }
}
