package org.hirundo.application.delayed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.DelayedEventConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MaxDelayExceeded;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.event.EventFormat;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;

/**
 * Schedules an event to be sent later. Whether its sender may send it is judged when it is sent.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4140">MSC4140</a>
 */
@Singleton
public final class ScheduleEvent {

    /** The id lets whoever has it manage the event, so it is as hard to guess as an access token. */
    private static final int ID_BYTES = 32;

    private final DelayedEventStore store;
    private final DelayedSending sending;
    private final DelayedEventConfig config;
    private final RateLimiter limits;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    public ScheduleEvent(
            DelayedEventStore store,
            DelayedSending sending,
            DelayedEventConfig config,
            RateLimiter limits,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.sending = sending;
        this.config = config;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /** How a client asks, which decides how it is told that the delay is too long. */
    public enum Form {
        /** With a parameter of the endpoints that send at once: clients look for the longest delay in the error. */
        DEPLOYED,
        /** With the endpoint that MSC4140 was accepted with. */
        ACCEPTED
    }

    /**
     * An event to send later.
     *
     * @param stateKey there when it is a state event
     * @param stickiness how long it is sticky once it is sent, if it is
     * @param delay in milliseconds
     * @param transaction the client's transaction, where the endpoint has one
     */
    public record Schedule(
            Requester requester,
            RoomId room,
            EventType type,
            Optional<String> stateKey,
            JsonObject content,
            Optional<Stickiness> stickiness,
            long delay,
            Optional<TransactionId> transaction,
            Form form) {}

    /**
     * Schedules the event; a repeat of the transaction schedules nothing.
     *
     * @return the id by which it is managed; with a repeat, the one that was given then
     * @throws InvalidParam when the delay is not positive
     * @throws MaxDelayExceeded when it is too long, and {@link Forbidden} in the accepted form
     * @throws Forbidden when no event may be sent later
     * @throws LimitExceeded when the requester has too many scheduled events
     * @throws TooLarge when the content is larger than that of an event can be
     */
    public String schedule(Schedule command) {
        var requester = command.requester();
        limits.spend(requester, Cost.DELAYED_EVENT);
        requester.refuseSuspended();
        check(command);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var event = new DelayedEvent(
                newId(),
                requester.user(),
                requester.device(),
                command.room(),
                command.type(),
                command.stateKey(),
                command.content(),
                command.stickiness(),
                Duration.ofMillis(command.delay()),
                now,
                Optional.empty());
        var id = store.schedule(event, transaction(command), config.maxScheduled());
        sending.expect(event.sendAt());
        return id.orElseThrow(() -> full(requester));
    }

    private void check(Schedule command) {
        if (!config.enabled()) {
            throw new Forbidden("Events cannot be sent later here");
        }
        if (command.delay() <= 0) {
            throw new InvalidParam("The delay is a positive number of milliseconds");
        }
        if (command.delay() > config.maxDelay().toMillis()) {
            throw switch (command.form()) {
                case DEPLOYED -> new MaxDelayExceeded(config.maxDelay());
                case ACCEPTED -> new Forbidden("The delay is longer than the server allows");
            };
        }
        if (CanonicalJson.lenient().bytes(command.content()).length > EventFormat.MAX_BYTES) {
            throw new TooLarge("An event has at most " + EventFormat.MAX_BYTES + " bytes");
        }
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return UnpaddedBase64.encodeUrlSafe(bytes);
    }

    private static Optional<ClientTransaction> transaction(Schedule command) {
        return command.transaction()
                .map(transaction -> Transactions.of(
                        command.requester(),
                        "delayed_event",
                        List.of(command.room(), command.type()),
                        transaction,
                        ""));
    }

    /** There is room again when the next one is sent. */
    private LimitExceeded full(Requester requester) {
        var wait = store.scheduled(requester.user()).stream()
                .findFirst()
                .map(next -> Duration.between(clock.instant(), next.sendAt()))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
        return new LimitExceeded(wait);
    }
}
