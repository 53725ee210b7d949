package org.hirundo.application.port.report;

import java.time.Instant;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * Something that a user finds inappropriate.
 *
 * @param id no two reports have the same
 * @param receivedAt to the millisecond
 * @param reason in the reporter's words, which may be none
 */
public record Report(String id, Instant receivedAt, UserId reporter, Subject subject, String reason) {

    /** What a report is about. */
    public sealed interface Subject {

        /** An event. */
        record OfEvent(RoomId room, EventId event) implements Subject {}

        /** A room as a whole. */
        record OfRoom(RoomId room) implements Subject {}

        /** A user, wherever they are. */
        record OfUser(UserId user) implements Subject {}
    }
}
