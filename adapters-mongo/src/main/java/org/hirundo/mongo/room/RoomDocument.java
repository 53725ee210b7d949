package org.hirundo.mongo.room;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.size;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.mongo.common.Fields;

/** A room's head and public face as they are stored; the identity is the room id. */
final class RoomDocument {

    static final String COLLECTION = "rooms";
    static final String REVISION = "revision";
    static final String FORWARD_EXTREMITIES = "forwardExtremities";
    static final String LAST_POSITION = "lastPosition";
    static final String SUMMARY = "summary";
    static final String JOINED_MEMBERS = "summary.joinedMembers";
    static final String ROOM_TYPE = "summary.roomType";

    /** What a search of the published rooms looks at, in lower case. */
    static final String SEARCHED = "searched";

    static final String PUBLISHED = "published";

    /** The networks in whose lists it is published. */
    static final String NETWORKS = "networks";

    private static final String VERSION = "roomVersion";
    private static final String CURRENT_STATE = "currentState";

    private RoomDocument() {}

    static Document id(RoomId room) {
        return new Document(Fields.ID, room.toString());
    }

    /** What of the head changes with a commit whose last event has the position. */
    static Document head(RoomCommit commit, StreamPosition last) {
        return new Document(VERSION, commit.version().id())
                .append(REVISION, commit.result().number())
                .append(
                        FORWARD_EXTREMITIES,
                        commit.forwardExtremities().stream()
                                .map(EventId::toString)
                                .toList())
                .append(
                        CURRENT_STATE,
                        commit.currentState().map(EventId::toString).orElse(null))
                .append(LAST_POSITION, last.value());
    }

    /** What changes with the public face. */
    static Document face(RoomId room, RoomSummary summary) {
        var searched = Stream.of(
                        summary.name(), summary.topic(), summary.canonicalAlias(), Optional.of(room.toString()))
                .flatMap(Optional::stream)
                .map(RoomDocument::searched)
                .toList();
        return new Document(SUMMARY, summary(summary)).append(SEARCHED, searched);
    }

    /** The text as searches compare it. */
    static String searched(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Document summary(RoomSummary summary) {
        return new Document("name", summary.name().orElse(null))
                .append("topic", summary.topic().orElse(null))
                .append("avatarUrl", summary.avatarUrl().orElse(null))
                .append("canonicalAlias", summary.canonicalAlias().orElse(null))
                .append("joinRule", summary.joinRule())
                .append("roomType", summary.roomType().orElse(null))
                .append("encryption", summary.encryption().orElse(null))
                .append("worldReadable", summary.worldReadable())
                .append("guestCanJoin", summary.guestCanJoin())
                .append("joinedMembers", summary.joinedMembers())
                .append("invitedMembers", summary.invitedMembers());
    }

    static RoomId room(Document document) {
        return new RoomId(document.getString(Fields.ID));
    }

    static RoomVersion version(Document document) {
        var version = document.getString(VERSION);
        return RoomVersion.of(version).orElseThrow(() -> new IllegalStateException("Room version " + version));
    }

    static RoomRevision revision(Document document) {
        return new RoomRevision(document.getLong(REVISION), forwardExtremities(document));
    }

    /** Whether the room has the revision. */
    static Bson at(RoomRevision revision) {
        var conditions = new ArrayList<Bson>();
        conditions.add(eq(REVISION, revision.number()));
        // The array has them in no particular order.
        conditions.add(size(FORWARD_EXTREMITIES, revision.forwardExtremities().size()));
        revision.forwardExtremities().forEach(event -> conditions.add(eq(FORWARD_EXTREMITIES, event.toString())));
        return and(conditions);
    }

    static Set<EventId> forwardExtremities(Document document) {
        return document.getList(FORWARD_EXTREMITIES, String.class).stream()
                .map(EventId::new)
                .collect(Collectors.toSet());
    }

    static Optional<EventId> currentState(Document document) {
        return Fields.string(document, CURRENT_STATE).map(EventId::new);
    }

    static RoomSummary summary(Document document) {
        var summary = document.get(SUMMARY, Document.class);
        return new RoomSummary(
                Fields.string(summary, "name"),
                Fields.string(summary, "topic"),
                Fields.string(summary, "avatarUrl"),
                Fields.string(summary, "canonicalAlias"),
                summary.getString("joinRule"),
                Fields.string(summary, "roomType"),
                Fields.string(summary, "encryption"),
                summary.getBoolean("worldReadable"),
                summary.getBoolean("guestCanJoin"),
                summary.getInteger("joinedMembers"),
                summary.getInteger("invitedMembers"));
    }
}
