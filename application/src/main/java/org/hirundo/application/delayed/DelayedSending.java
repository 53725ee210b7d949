package org.hirundo.application.delayed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.delayed.ErrorResponses;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.AbsentUsers;
import org.hirundo.application.time.Alarms;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.EventId;

/**
 * Sends delayed events when their time has come, one after the other in the order of their times. It sleeps until the next one is
 * due; what fell due while the server was stopped is sent when it starts.
 *
 * <p>An event is sent once, whatever happens: it is sent in a transaction that its id names, so whoever tries again after a crash
 * gets the event that was sent before. Of several servers on one storage the one that claims an event sends it; each wakes for the
 * events that were scheduled through it, and looks for others then.
 */
@Singleton
public final class DelayedSending implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DelayedSending.class.getName());

    /** How long one who has claimed events has for sending them, before others try. */
    private static final Duration CLAIM = Duration.ofSeconds(20);

    private static final int BATCH = 20;

    /** What became of events is remembered for so long, and of so many of a user. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int REMEMBERED_OF_USER = 1000;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final DelayedEventStore store;
    private final SendMessage sendMessage;
    private final SendState sendState;
    private final AbsentUsers users;
    private final ErrorResponses errors;
    private final Alarms alarms;
    private final InstantSource clock;

    /** Had by the one who sends what is due. */
    private final Semaphore turn = new Semaphore(1);

    // Guarded by this object.
    private Instant wakesAt = Instant.MAX;
    private boolean closed;

    @Inject
    public DelayedSending(
            DelayedEventStore store,
            SendMessage sendMessage,
            SendState sendState,
            AbsentUsers users,
            ErrorResponses errors,
            Alarms alarms,
            InstantSource clock) {
        this.store = store;
        this.sendMessage = sendMessage;
        this.sendState = sendState;
        this.users = users;
        this.errors = errors;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Sends what fell due while the server was stopped, behind the caller's back, and from then on whatever falls due. */
    public void start() {
        expect(clock.instant());
    }

    /** Something falls due at this time. */
    synchronized void expect(Instant due) {
        if (!closed && due.isBefore(wakesAt)) {
            wakesAt = due;
            alarms.at(due, () -> wake(due));
        }
    }

    private void wake(Instant due) {
        if (!takes(due)) {
            return;
        }
        turn.acquireUninterruptibly();
        try {
            sendDue();
            store.nextDue().ifPresent(this::expect);
        } catch (StorageUnavailable unavailable) {
            LOG.log(System.Logger.Level.WARNING, "Delayed events wait for the storage", unavailable);
            expect(clock.instant().plus(PAUSE_AFTER_FAILURE));
        } finally {
            turn.release();
        }
    }

    /** Whether this alarm is the one that counts: an earlier one may have been set since. */
    private synchronized boolean takes(Instant due) {
        if (closed || !due.equals(wakesAt)) {
            return false;
        }
        wakesAt = Instant.MAX;
        return true;
    }

    private void sendDue() {
        boolean more = true;
        while (more && !isClosed()) {
            var now = clock.instant();
            var due = store.claimDue(now, now.plus(CLAIM), BATCH);
            due.forEach(this::sendDue);
            more = due.size() == BATCH;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void sendDue(DelayedEvent event) {
        try {
            finalise(event, new Outcome.Sent(clock.instant(), send(event)));
        } catch (MatrixException refusal) {
            finalise(event, new Outcome.Failed(clock.instant(), errors.of(refusal)));
        } catch (StorageUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "A delayed event cannot be sent; it is tried again", bug);
        }
    }

    /**
     * Sends an event before its time. When it is refused it stays scheduled.
     *
     * @return whether it was there to be sent: empty when it is not known, finalised, or being sent
     * @throws MatrixException when it is refused
     */
    Optional<EventId> sendNow(String id) {
        var claimed = store.claim(id, clock.instant().plus(CLAIM));
        return claimed.map(event -> {
            try {
                var sent = send(event);
                finalise(event, new Outcome.Sent(clock.instant(), sent));
                return sent;
            } catch (MatrixException refusal) {
                store.release(id);
                expect(event.sendAt());
                throw refusal;
            }
        });
    }

    private EventId send(DelayedEvent event) {
        var requester = users.requester(event.sender(), event.device());
        var transaction = Transactions.ofDelayed(event.id());
        return event.stateKey()
                .map(key -> sendState.send(new SendState.Send(
                        requester,
                        event.room(),
                        event.type(),
                        key,
                        event.content(),
                        Optional.of(transaction),
                        Optional.empty(),
                        event.stickiness())))
                .orElseGet(() -> sendMessage.send(new SendMessage.Send(
                        requester,
                        event.room(),
                        event.type(),
                        transaction,
                        event.content(),
                        Optional.empty(),
                        event.stickiness())));
    }

    private void finalise(DelayedEvent event, Outcome outcome) {
        store.finalise(event.id(), outcome);
        forgetOld(event);
    }

    /** Drops what is remembered of the sender for long enough. */
    void forgetOld(DelayedEvent event) {
        store.forget(event.sender(), clock.instant().minus(REMEMBERED), REMEMBERED_OF_USER);
    }

    /** Sends no further event, and waits for those that are being sent because they are due. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        // Nobody gets it any more.
        turn.acquireUninterruptibly();
    }
}
