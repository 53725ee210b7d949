package org.hirundo.mongo.report;

import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.Report.Subject;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;

/** A report as it is stored; which of room, event and user are there tells what it is about. */
final class ReportDocument {

    static final String COLLECTION = "reports";
    static final String RECEIVED_AT = "receivedAt";

    private static final String ROOM = "room";
    private static final String EVENT = "event";
    private static final String USER = "user";

    private ReportDocument() {}

    static Document of(Report report) {
        var document = new Document(Fields.ID, report.id())
                .append(RECEIVED_AT, report.receivedAt())
                .append("reporter", report.reporter().toString())
                .append("reason", report.reason());
        switch (report.subject()) {
            case Subject.OfEvent(RoomId room, EventId event) ->
                document.append(ROOM, room.value()).append(EVENT, event.value());
            case Subject.OfRoom(RoomId room) -> document.append(ROOM, room.value());
            case Subject.OfUser(UserId user) -> document.append(USER, user.toString());
        }
        return document;
    }

    static Report report(Document document) {
        return new Report(
                document.getString(Fields.ID),
                document.getDate(RECEIVED_AT).toInstant(),
                UserId.parse(document.getString("reporter")),
                subject(document),
                document.getString("reason"));
    }

    private static Subject subject(Document document) {
        Optional<UserId> user = Fields.string(document, USER).map(UserId::parse);
        if (user.isPresent()) {
            return new Subject.OfUser(user.get());
        }
        var room = new RoomId(document.getString(ROOM));
        return Fields.string(document, EVENT)
                .<Subject>map(event -> new Subject.OfEvent(room, new EventId(event)))
                .orElseGet(() -> new Subject.OfRoom(room));
    }
}
