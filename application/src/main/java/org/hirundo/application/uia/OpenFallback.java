package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonObject;

/**
 * Somebody whose client does not know a stage comes with a web browser. Whoever knows the id of the session may: it cannot be
 * guessed.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#fallback">Fallback</a>
 */
@Singleton
public final class OpenFallback {

    private final Stages stages;
    private final UiaStore store;
    private final InstantSource clock;

    @Inject
    OpenFallback(Stages stages, UiaStore store, InstantSource clock) {
        this.stages = stages;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A stage in a session.
     *
     * @param done whether it is done already
     * @param params what is to be known for it
     */
    public record OpenStage(boolean done, JsonObject params) {}

    /**
     * The stage of the session.
     *
     * @throws NotFound when there is no such session
     * @throws Forbidden when the stage is not to be done in it now
     */
    public OpenStage open(String session, String type) {
        var found = store.find(session, clock.instant()).orElseThrow(() -> new NotFound("There is no such session"));
        if (found.completed().contains(type)) {
            return new OpenStage(true, JsonObject.EMPTY);
        }
        return new OpenStage(false, stages.next(found, type).params());
    }
}
