package org.hirundo.contract.crash;

import java.util.Optional;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;

/**
 * What the server told a user it had done.
 *
 * @param user the user's localpart
 * @param event what was sent; none for rooms that were created or joined
 * @param detail the client transaction of what was said, the content of a state, the event that was redacted
 */
record Acknowledgement(Kind kind, String user, RoomId room, Optional<EventId> event, String detail) {

    /** Lines without it are not whole: the process was killed while it wrote them. */
    private static final String END = ".";

    private static final String SEPARATOR = " ";
    private static final int PARTS = 6;

    enum Kind {
        CREATED,
        JOINED,
        SAID,
        SET,
        REDACTED
    }

    static Acknowledgement of(Kind kind, String user, RoomId room) {
        return new Acknowledgement(kind, user, room, Optional.empty(), "-");
    }

    static Acknowledgement of(Kind kind, String user, RoomId room, EventId event, String detail) {
        return new Acknowledgement(kind, user, room, Optional.of(event), detail);
    }

    /** The acknowledgement as one line. */
    String line() {
        return String.join(
                SEPARATOR,
                kind.name(),
                user,
                room.toString(),
                event.map(EventId::toString).orElse("-"),
                detail,
                END);
    }

    /** The acknowledgement that the line tells; none when the line was cut off. */
    static Optional<Acknowledgement> find(String line) {
        var parts = line.split(SEPARATOR, -1);
        return parts.length == PARTS && parts[PARTS - 1].equals(END)
                ? Optional.of(new Acknowledgement(
                        Kind.valueOf(parts[0]), parts[1], RoomId.parse(parts[2]), EventId.find(parts[3]), parts[4]))
                : Optional.empty();
    }
}
