package org.hirundo.application.port.counterexample;

import java.util.concurrent.CompletableFuture;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Answers some time. */
public interface SpeaksInFutures {

    /** The profile, when it is there. */
    CompletableFuture<JsonObject> profile(UserId user);
}
