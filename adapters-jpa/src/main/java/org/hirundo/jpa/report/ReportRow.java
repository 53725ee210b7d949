package org.hirundo.jpa.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.Report.Subject;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.StoredText;
import org.jspecify.annotations.Nullable;

/** A report; which of room, event and user are there tells what it is about. */
@Entity
@Table(name = "report")
class ReportRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "received_at")
    private long receivedAt;

    @Column(name = "reporter")
    private String reporter = "";

    @Column(name = "room")
    private @Nullable String room;

    @Column(name = "event_id")
    private @Nullable String event;

    @Column(name = "user_id")
    private @Nullable String user;

    @Column(name = "reason")
    private String reason = "";

    ReportRow() {}

    ReportRow(Report report) {
        id = report.id();
        receivedAt = report.receivedAt().toEpochMilli();
        reporter = report.reporter().toString();
        switch (report.subject()) {
            case Subject.OfEvent(RoomId of, EventId reported) -> {
                room = of.value();
                event = reported.value();
            }
            case Subject.OfRoom(RoomId reported) -> room = reported.value();
            case Subject.OfUser(UserId reported) -> user = reported.toString();
        }
        reason = StoredText.of(report.reason());
    }

    Report report() {
        return new Report(
                id, Instant.ofEpochMilli(receivedAt), UserId.parse(reporter), subject(), StoredText.read(reason));
    }

    private Subject subject() {
        if (user != null) {
            return new Subject.OfUser(UserId.parse(user));
        }
        if (room == null) {
            throw new IllegalStateException("The report " + id + " is about nothing");
        }
        return event == null
                ? new Subject.OfRoom(new RoomId(room))
                : new Subject.OfEvent(new RoomId(room), new EventId(event));
    }
}
