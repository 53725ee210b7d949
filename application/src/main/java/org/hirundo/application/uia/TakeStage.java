package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonObject;

/**
 * Somebody takes a stage with a web browser. Their client then repeats its request with nothing but the id of the session.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#fallback">Fallback</a>
 */
@Singleton
public final class TakeStage {

    private final Stages stages;
    private final UiaStore store;
    private final RateLimiter limits;
    private final InstantSource clock;

    @Inject
    TakeStage(Stages stages, UiaStore store, RateLimiter limits, InstantSource clock) {
        this.stages = stages;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * An attempt.
     *
     * @param auth what a client would send for the stage
     * @param address where it comes from
     */
    public record Taking(String session, String type, JsonObject auth, String address) {}

    /**
     * Tries the stage. What was done already stays done.
     *
     * @return why it is not done, though another attempt may succeed; empty when it is done
     * @throws NotFound when there is no such session, or none any more
     * @throws Forbidden when the stage is not to be done in it now
     * @throws MatrixException when something else is wrong with the request
     */
    public Optional<MatrixException> take(Taking taking) {
        limits.spendFrom(taking.address(), Cost.REGISTRATION_QUERY);
        var session = store.find(taking.session(), clock.instant()).orElseThrow(TakeStage::gone);
        if (session.completed().contains(taking.type())) {
            return Optional.empty();
        }
        var stage = stages.next(session, taking.type());
        var attempt = new Stage.Attempt(
                identified(taking.auth(), session),
                session.operation(),
                session.user(),
                session.id(),
                session.expiresAt());
        return switch (stage.attempt(attempt)) {
            case Stage.Outcome.Failed(var reason) -> Optional.of(reason);
            case Stage.Outcome.Done(var kept) -> {
                if (!store.update(session.completing(stage.type(), kept))) {
                    throw gone();
                }
                yield Optional.empty();
            }
        };
    }

    /** Whoever comes with the session need not say who they are: the session knows. */
    private static JsonObject identified(JsonObject auth, UiaStore.UiaSession session) {
        return session.user()
                .map(user -> auth.with(
                        "identifier", JsonObject.of("type", "m.id.user").with("user", user.toString())))
                .orElse(auth);
    }

    private static NotFound gone() {
        return new NotFound("There is no such session");
    }
}
