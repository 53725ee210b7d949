package org.hirundo.mongo.membership;

import org.bson.Document;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.RoomCommit.MembershipChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.mongo.common.Fields;

/** A membership as it is stored; its identity is room and user. */
final class MembershipDocument {

    static final String COLLECTION = "memberships";
    static final String ROOM = "_id.room";
    static final String USER = "_id.user";
    static final String MEMBERSHIP = "membership";
    static final String FORGOTTEN = "forgotten";

    private MembershipDocument() {}

    static Document room(RoomId room) {
        return new Document("room", room.toString());
    }

    static Document id(RoomId room, UserId user) {
        return room(room).append("user", user.toString());
    }

    static Document of(RoomId room, MembershipChange change, StreamPosition since) {
        return new Document(Fields.ID, id(room, change.user()))
                .append(MEMBERSHIP, change.membership().toString())
                .append("event", change.event().toString())
                .append("since", since.value())
                .append(FORGOTTEN, false);
    }

    static RoomId roomOf(Document document) {
        return new RoomId(Fields.id(document).getString("room"));
    }

    static UserId userOf(Document document) {
        return UserId.parse(Fields.id(document).getString("user"));
    }

    static RoomMembership membership(Document document) {
        return new RoomMembership(
                roomOf(document),
                userOf(document),
                Membership.of(document.getString(MEMBERSHIP)).orElseThrow(),
                new EventId(document.getString("event")),
                new StreamPosition(document.getLong("since")),
                document.getBoolean(FORGOTTEN));
    }
}
