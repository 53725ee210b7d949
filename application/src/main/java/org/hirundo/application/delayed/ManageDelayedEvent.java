package org.hirundo.application.delayed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.domain.error.AlreadyFinalised;
import org.hirundo.domain.error.NotFound;

/**
 * Sends, cancels or restarts a delayed event. Whoever knows its id may: a client hands it to the service that notices when the
 * client is gone from a call, and that service has no access token.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4140">MSC4140</a>
 */
@Singleton
public final class ManageDelayedEvent {

    private final DelayedEventStore store;
    private final DelayedSending sending;
    private final RateLimiter limits;
    private final InstantSource clock;

    @Inject
    public ManageDelayedEvent(
            DelayedEventStore store, DelayedSending sending, RateLimiter limits, InstantSource clock) {
        this.store = store;
        this.sending = sending;
        this.limits = limits;
        this.clock = clock;
    }

    /** What is to be done with a delayed event. */
    public enum Action {
        /** Send it now. */
        SEND,
        /** Never send it. */
        CANCEL,
        /** Let its delay begin anew. */
        RESTART
    }

    /** What somebody at the address wants to be done with the event of the id. */
    public record Management(String delayId, Action action, String address) {}

    /**
     * Does it; nothing if it is done already.
     *
     * @throws NotFound when there is no such event
     * @throws AlreadyFinalised when it has come to another end, or is about to
     * @throws org.hirundo.domain.error.MatrixException when the event is to be sent and is refused; it stays scheduled then
     */
    public void manage(Management command) {
        var event = find(command);
        limits.spend(event.sender(), Cost.DELAYED_EVENT);
        if (!act(event, command.action())) {
            checkDone(event.id(), command.action());
        }
    }

    /** Who asks for what is not there spends of the allowance of the address; others of that of the sender. */
    private DelayedEvent find(Management command) {
        return store.find(command.delayId()).orElseThrow(() -> {
            limits.spendFrom(command.address(), Cost.DELAYED_EVENT);
            return new NotFound("There is no such delayed event");
        });
    }

    private boolean act(DelayedEvent event, Action action) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (action) {
            case SEND -> sending.sendNow(event.id()).isPresent();
            case CANCEL -> {
                boolean cancelled = store.cancel(event.id(), now);
                if (cancelled) {
                    sending.forgetOld(event);
                }
                yield cancelled;
            }
            case RESTART -> store.restart(event.id(), now);
        };
    }

    /** The event was not there to be acted on: somebody did it before, or something else. */
    private void checkDone(String id, Action action) {
        var outcome = store.find(id).flatMap(DelayedEvent::outcome);
        boolean done =
                switch (action) {
                    case SEND -> outcome.filter(Outcome.Sent.class::isInstance).isPresent();
                    case CANCEL ->
                        outcome.filter(end -> !(end instanceof Outcome.Sent)).isPresent();
                    case RESTART -> false;
                };
        if (!done) {
            throw new AlreadyFinalised("The delayed event is sent, cancelled, or being sent");
        }
    }
}
