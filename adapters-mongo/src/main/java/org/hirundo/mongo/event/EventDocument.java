package org.hirundo.mongo.event;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.mongo.common.Fields;

/**
 * An event as it is stored; its identity is the event id. Beside the bytes of the event there are the fields by which
 * events are looked for; those taken from the content follow when the event is redacted.
 */
final class EventDocument {

    static final String COLLECTION = "events";
    static final String ROOM = "room";
    static final String POSITION = "position";
    static final String DEPTH = "depth";
    static final String STANDING = "standing";
    static final String STATE_AFTER = "stateAfter";
    static final String TYPE = "type";
    static final String SENDER = "sender";
    static final String ORIGIN_SERVER_TS = "originServerTs";
    static final String RELATES_TO = "relatesTo";
    static final String RELATION_TYPE = "relationType";
    static final String THREAD_ROOT = "threadRoot";

    /** Null for most events; set beside what is taken from the content, so it goes when the event is redacted. */
    static final String STICKY_UNTIL = "stickyUntil";

    /** Null when it is the state after the event. */
    static final String ROOM_STATE = "roomState";

    private static final String VERSION = "roomVersion";
    private static final String REPLACES_STATE = "replacesState";
    private static final String REDACTED_BY = "redactedBy";
    private static final String PDU = "pdu";

    private EventDocument() {}

    static Document of(RoomCommit.NewEvent added, StreamPosition position) {
        var event = added.event();
        var document = new Document(Fields.ID, event.id().toString())
                .append(ROOM, event.roomId().toString())
                .append(POSITION, position.value())
                .append(DEPTH, event.depth())
                .append(STANDING, added.standing().name())
                .append(TYPE, event.type().value())
                .append("stateKey", event.stateTuple().map(StateTuple::stateKey).orElse(null))
                .append(SENDER, event.sender().toString())
                .append(ORIGIN_SERVER_TS, event.originServerTs())
                .append(VERSION, event.roomVersion().id())
                .append(STATE_AFTER, added.stateAfter().toString())
                .append(
                        ROOM_STATE,
                        added.roomState().equals(added.stateAfter())
                                ? null
                                : added.roomState().toString())
                .append(
                        REPLACES_STATE,
                        added.replacesState().map(EventId::toString).orElse(null))
                .append(REDACTED_BY, null);
        document.putAll(ofContent(event));
        return document;
    }

    /** The update that puts the redacted form in the place of the event. */
    static Bson redaction(RoomCommit.Redacted redacted) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set(REDACTED_BY, redacted.by().toString()));
        ofContent(redacted.redactedForm()).forEach((field, value) -> updates.add(Updates.set(field, value)));
        return Updates.combine(updates);
    }

    /** The bytes, and what is taken from the content. */
    private static Document ofContent(Event event) {
        var relation = Relation.of(event);
        var parent = relation.map(Relation::parent).map(EventId::value);
        return new Document(PDU, new Binary(event.bytes()))
                .append("redacts", event.redacts().map(EventId::toString).orElse(null))
                .append(RELATES_TO, parent.orElse(null))
                .append(
                        RELATION_TYPE,
                        relation.map(known -> known.type().value()).orElse(null))
                .append(
                        THREAD_ROOT,
                        relation.filter(known -> known.is(RelationType.THREAD))
                                .flatMap(_ -> parent)
                                .orElse(null))
                .append(
                        STICKY_UNTIL,
                        event.stickiness()
                                .map(stickiness ->
                                        stickiness.until(event.originServerTs()).toEpochMilli())
                                .orElse(null))
                .append("containsUrl", event.content().string("url").isPresent());
    }

    static StoredEvent event(Document document) {
        var version = document.getString(VERSION);
        return new StoredEvent(
                Event.ofStored(
                        new EventId(document.getString(Fields.ID)),
                        RoomVersion.of(version).orElseThrow(() -> new IllegalStateException("Room version " + version)),
                        document.get(PDU, Binary.class).getData()),
                position(document),
                Standing.valueOf(document.getString(STANDING)),
                new EventId(document.getString(STATE_AFTER)),
                eventId(document, REPLACES_STATE),
                eventId(document, REDACTED_BY));
    }

    static StreamPosition position(Document document) {
        return new StreamPosition(document.getLong(POSITION));
    }

    /** The snapshot that was the room's current state once the event was in. */
    static EventId roomState(Document document) {
        return eventId(document, ROOM_STATE).orElseGet(() -> new EventId(document.getString(STATE_AFTER)));
    }

    private static Optional<EventId> eventId(Document document, String field) {
        return Fields.string(document, field).map(EventId::new);
    }
}
