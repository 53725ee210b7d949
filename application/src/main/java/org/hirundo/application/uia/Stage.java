package org.hirundo.application.uia;

import java.util.Optional;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** A way in which clients prove something. To add one, list it in {@link Stages}. */
interface Stage {

    /** Its name, {@code m.login.…}. */
    String type();

    /** What clients need to know for it; empty when nothing. */
    default JsonObject params() {
        return JsonObject.EMPTY;
    }

    /**
     * Tries it.
     *
     * @return why it is not done, though another attempt may succeed; empty when it is done
     * @throws MatrixException when the request itself is wrong
     */
    Optional<MatrixException> attempt(Attempt attempt);

    /**
     * An attempt.
     *
     * @param auth what the client sent for it
     * @param user who has to be proven to be there, empty when anybody may be
     */
    record Attempt(JsonObject auth, Optional<UserId> user) {}
}
