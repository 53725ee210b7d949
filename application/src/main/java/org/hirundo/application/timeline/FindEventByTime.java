package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimePosition;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.RoomId;

/**
 * Finds the event of a room that was sent nearest to a time, of those that the requester may see.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1roomsroomidtimestamp_to_event">GET
 *     …/timestamp_to_event</a>
 */
@Singleton
public final class FindEventByTime {

    private static final int BATCH = 100;

    /** How many events are looked at: who may see none of so many is told that there is none. */
    private static final int MAX_LOOKED_AT = 5000;

    private final Standpoints standpoints;
    private final EventStore events;
    private final Visibility visibility;
    private final RateLimiter limits;

    @Inject
    public FindEventByTime(Standpoints standpoints, EventStore events, Visibility visibility, RateLimiter limits) {
        this.standpoints = standpoints;
        this.events = events;
        this.visibility = visibility;
        this.limits = limits;
    }

    /**
     * What is wanted.
     *
     * @param time milliseconds since the epoch
     * @param backwards whether the last event until then is wanted, and not the first from then on
     */
    public record Wanted(Requester requester, RoomId room, long time, boolean backwards) {}

    /**
     * The event.
     *
     * @throws NotFound when there is none in this direction that the requester may see
     * @throws org.hirundo.domain.error.Forbidden when the requester may not look at the room
     */
    public StoredEvent find(Wanted wanted) {
        wanted.requester().refuseGuest();
        limits.spend(wanted.requester(), Cost.SEARCH);
        var user = wanted.requester().user();
        standpoints.of(user, wanted.room());
        var place = start(wanted);
        for (int lookedAt = 0; lookedAt < MAX_LOOKED_AT; lookedAt += BATCH) {
            var batch = wanted.backwards()
                    ? events.sentBefore(wanted.room(), place, BATCH)
                    : events.sentFrom(wanted.room(), place, BATCH);
            var visible = visibility.filter(user, batch);
            if (!visible.isEmpty()) {
                return visible.getFirst();
            }
            if (batch.size() < BATCH) {
                break;
            }
            place = behind(batch, wanted.backwards());
        }
        throw new NotFound("Unable to find event from " + wanted.time() + " in "
                + (wanted.backwards() ? "backward" : "forward") + " direction");
    }

    /** What was sent at the very time is wanted in both directions. */
    private static TimePosition start(Wanted wanted) {
        return wanted.backwards()
                ? new TimePosition(wanted.time(), new StreamPosition(Long.MAX_VALUE))
                : TimePosition.startOf(wanted.time());
    }

    private static TimePosition behind(List<StoredEvent> batch, boolean backwards) {
        var last = batch.getLast();
        long position = last.position().value();
        return new TimePosition(last.event().originServerTs(), new StreamPosition(backwards ? position : position + 1));
    }
}
