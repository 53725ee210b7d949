package org.hirundo.application.event;

import java.util.Optional;
import java.util.OptionalLong;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.json.JsonInteger;

/**
 * When an event was sent: now, unless an application service says otherwise.
 *
 * @param originServerTs milliseconds since the epoch; empty for now
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#timestamp-massaging">Timestamp massaging</a>
 */
record SentAt(OptionalLong originServerTs) {

    /** Now. */
    static final SentAt NOW = new SentAt(OptionalLong.empty());

    /**
     * What the requester says, which does not count for anybody but a service.
     *
     * @throws InvalidParam when it cannot be the time of an event
     */
    static SentAt of(Requester requester, Optional<String> ts) {
        if (ts.isEmpty() || requester.askingService().isEmpty()) {
            return NOW;
        }
        try {
            long time = Long.parseLong(ts.get());
            if (time >= 0 && time <= JsonInteger.MAX_CANONICAL) {
                return new SentAt(OptionalLong.of(time));
            }
        } catch (NumberFormatException e) {
            throw refused();
        }
        throw refused();
    }

    private static InvalidParam refused() {
        return new InvalidParam("ts is a time in milliseconds since the epoch");
    }

    /** The room with the event drafted. */
    RoomView append(RoomView room, EventDraft draft) {
        return originServerTs.isPresent() ? room.append(draft, originServerTs.getAsLong()) : room.append(draft);
    }
}
