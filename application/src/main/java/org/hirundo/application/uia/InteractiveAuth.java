package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.UiaConfig;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.application.port.uia.UiaStore.UiaSession;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Lets an operation happen once its client has gone through all stages of a flow.
 *
 * <p>A session belongs to one operation of one user, and once its first stage is done, to one request: what was authorised is
 * what happens. It is good for one use.
 */
@Singleton
public final class InteractiveAuth {

    private static final int SESSION_ID_LENGTH = 24;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Stages stages;
    private final UiaStore store;
    private final UiaConfig config;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicReference<Instant> nextDrop = new AtomicReference<>(Instant.MIN);

    @Inject
    InteractiveAuth(Stages stages, UiaStore store, UiaConfig config, InstantSource clock, RandomGenerator random) {
        this.stages = stages;
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What is to be authorised.
     *
     * @param name names the operation and what its path is about
     * @param user who asks, empty when it is not known yet
     * @param body the body of the request, {@code auth} in it
     */
    public record Operation(String name, Optional<UserId> user, JsonObject body, Flows flows) {

        /**
         * The request as far as a session is bound to it: not to passwords and tokens, which must not be stored, and which only the one
         * who holds the session can know.
         */
        private JsonObject request() {
            return body.without("auth", "password", "new_password", "guest_access_token");
        }
    }

    /**
     * What was proven, and in which session.
     *
     * @param endsAt when the session would have ended
     * @param kept what the stages kept, by stage
     */
    public record Proof(String session, Instant endsAt, JsonObject kept) {}

    /**
     * Returns when the operation may happen, and not before.
     *
     * @return what was proven
     * @throws InteractiveAuthRequired when a stage is still to be done
     * @throws Forbidden when the session belongs to another operation or request
     * @throws MatrixException when something else is wrong with the request
     */
    public Proof authorise(Operation operation) {
        var auth = new Body(operation.body()).object("auth").orElseThrow(() -> challenge(operation, begin(operation)));
        var begun = new Body(auth).string("session").flatMap(id -> store.find(id, clock.instant()));
        begun.ifPresent(session -> checkBelongs(session, operation));
        var session = begun.orElseGet(() -> fresh(operation));
        var attempted = attempt(operation, session, begun.isPresent(), auth);
        if (!operation.flows().isComplete(attempted.completed())) {
            throw next(operation, attempted, begun.isPresent());
        }
        if (begun.isPresent() && !store.remove(session.id())) {
            throw usedAlready(operation);
        }
        return new Proof(session.id(), session.expiresAt(), attempted.details());
    }

    /** What the client is to do next, in a session that has been remembered. */
    private InteractiveAuthRequired next(Operation operation, UiaSession session, boolean isBegun) {
        if (!isBegun) {
            store.save(session);
        } else if (!store.update(session)) {
            return usedAlready(operation);
        }
        return challenge(operation, session);
    }

    private InteractiveAuthRequired usedAlready(Operation operation) {
        return challenge(operation, begin(operation)).after(new Forbidden("The session was used already"));
    }

    private UiaSession kept(UiaSession session) {
        store.save(session);
        return session;
    }

    private static void checkBelongs(UiaSession session, Operation operation) {
        if (!session.operation().equals(operation.name()) || !session.user().equals(operation.user())) {
            throw new Forbidden("The authentication session belongs to another operation");
        }
        if (session.request()
                .filter(bound -> !bound.equals(operation.request()))
                .isPresent()) {
            throw new Forbidden("The request is not the one that was authenticated before");
        }
    }

    /** The session after the stage that the client attempts, if it attempts any. */
    private UiaSession attempt(Operation operation, UiaSession session, boolean isBegun, JsonObject auth) {
        var type = new Body(auth).string("type");
        if (type.isEmpty() || session.completed().contains(type.get())) {
            return session.completed().isEmpty() ? session : session.boundTo(operation.request());
        }
        var stage =
                stages.find(type.get()).filter(found -> operation.flows().isNext(found.type(), session.completed()));
        var outcome = stage.map(next -> next.attempt(
                        new Stage.Attempt(auth, operation.name(), operation.user(), session.id(), session.expiresAt())))
                .orElseGet(() -> Stage.Outcome.failed(new Forbidden("This stage is not the next of any flow")));
        return switch (outcome) {
            case Stage.Outcome.Done(var kept) ->
                session.boundTo(operation.request()).completing(type.get(), kept);
            case Stage.Outcome.Failed(var reason) ->
                throw challenge(operation, isBegun ? session : kept(session)).after(reason);
        };
    }

    private UiaSession begin(Operation operation) {
        dropExpired();
        return kept(fresh(operation));
    }

    /** Drops the sessions that nobody finished in time, if that was not done lately. */
    private void dropExpired() {
        var now = clock.instant();
        var due = nextDrop.get();
        if (!now.isBefore(due) && nextDrop.compareAndSet(due, now.plus(config.sessionLifetime()))) {
            store.removeExpired(now);
        }
    }

    private UiaSession fresh(Operation operation) {
        var id = new StringBuilder(SESSION_ID_LENGTH);
        for (int i = 0; i < SESSION_ID_LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new UiaSession(
                id.toString(),
                operation.name(),
                operation.user(),
                operation.flows().flows(),
                Set.of(),
                Optional.empty(),
                JsonObject.EMPTY,
                clock.instant().plus(config.sessionLifetime()));
    }

    private InteractiveAuthRequired challenge(Operation operation, UiaSession session) {
        var params = JsonObject.builder();
        for (var type : operation.flows().stages()) {
            stages.find(type)
                    .map(Stage::params)
                    .filter(known -> !known.isEmpty())
                    .ifPresent(known -> params.put(type, known));
        }
        return new InteractiveAuthRequired(
                operation.flows().flows(),
                params.build(),
                session.id(),
                operation.flows().completed(session.completed()));
    }
}
