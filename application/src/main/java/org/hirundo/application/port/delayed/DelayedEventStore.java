package org.hirundo.application.port.delayed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.UserId;

/**
 * Delayed events. One that is scheduled is {@linkplain #claim claimed} by whoever sends it, for a while: nobody else sends,
 * cancels or restarts it meanwhile, and when the sender has not {@linkplain #finalise said} what became of it by then, it may be
 * claimed anew.
 */
public interface DelayedEventStore {

    /**
     * Keeps a scheduled event.
     *
     * @param transaction the client's transaction, if it has one; only its key counts
     * @param most how many scheduled events the sender may have, this one included
     * @return the id of the event; that of an earlier one if the same transaction scheduled it; empty when the sender has as many
     *     as may be already, and nothing is kept then
     */
    Optional<String> schedule(DelayedEvent event, Optional<ClientTransaction> transaction, int most);

    /** The event, scheduled or finalised. */
    Optional<DelayedEvent> find(String id);

    /** The scheduled events of the sender, in the order of the times at which they are to be sent. */
    List<DelayedEvent> scheduled(UserId sender);

    /** The earliest time at which there will be something to claim. */
    Optional<Instant> nextDue();

    /**
     * Claims the events whose time has come at {@code now}, in the order of these times; no event is claimed by two callers.
     *
     * @param until when they may be claimed by others
     * @param limit how many at most
     */
    List<DelayedEvent> claimDue(Instant now, Instant until, int limit);

    /**
     * Claims an event before its time, or at it.
     *
     * @return the event; empty when it is not known, finalised, or claimed by somebody else
     */
    Optional<DelayedEvent> claim(String id, Instant until);

    /** Gives an event back that was claimed and not sent: it is due at its own time again. */
    void release(String id);

    /** Says what became of an event that was claimed; nothing happens when that is known already. */
    void finalise(String id, Outcome outcome);

    /** Cancels an event; false, and nothing is changed, unless it is scheduled and nobody is sending it. */
    boolean cancel(String id, Instant now);

    /** Lets the delay begin anew; false, and nothing is changed, unless it is scheduled and nobody is sending it. */
    boolean restart(String id, Instant now);

    /** Forgets what became of events of the sender before the time, and all but the latest so many. */
    void forget(UserId sender, Instant before, int latest);
}
