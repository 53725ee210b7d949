package org.hirundo.mongo.thread;

import java.util.Locale;
import org.bson.Document;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;

/** A subscription to a thread as it is stored; its identity is user, room and root. */
final class ThreadSubscriptionDocument {

    static final String COLLECTION = "thread_subscriptions";
    static final String USER = "_id.user";
    static final String POSITION = "position";

    private static final String SUBSCRIPTION = "subscription";

    private ThreadSubscriptionDocument() {}

    static Document id(UserId user, RoomId room, EventId root) {
        return new Document("user", user.toString())
                .append("room", room.value())
                .append("root", root.value());
    }

    static Document of(ThreadSubscriptionChange change, StreamPosition position) {
        return new Document(Fields.ID, id(change.user(), change.room(), change.root()))
                .append(SUBSCRIPTION, change.subscription().name().toLowerCase(Locale.ROOT))
                .append(POSITION, position.value());
    }

    static Entry entry(Document document) {
        var id = Fields.id(document);
        return new Entry(
                new RoomId(id.getString("room")),
                new EventId(id.getString("root")),
                Subscription.valueOf(document.getString(SUBSCRIPTION).toUpperCase(Locale.ROOT)),
                new StreamPosition(document.getLong(POSITION)));
    }
}
