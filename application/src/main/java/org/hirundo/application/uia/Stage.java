package org.hirundo.application.uia;

import java.time.Instant;
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
     * @throws MatrixException when the request itself is wrong
     */
    Outcome attempt(Attempt attempt);

    /** How an attempt ended. */
    sealed interface Outcome {

        /** It is done, and nothing needs to be remembered of it. */
        Outcome DONE = new Done(JsonObject.EMPTY);

        /** It is not done for this reason, though another attempt may succeed. */
        static Outcome failed(MatrixException reason) {
            return new Failed(reason);
        }

        /**
         * It is done.
         *
         * @param kept what the operation will want to know of it
         */
        record Done(JsonObject kept) implements Outcome {}

        /** It is not done. */
        record Failed(MatrixException reason) implements Outcome {}
    }

    /**
     * An attempt.
     *
     * @param auth what the client sent for it
     * @param operation the name of what is to be authorised
     * @param user who has to be proven to be there, empty when anybody may be
     * @param session in which it is made
     * @param endsAt when the session ends
     */
    record Attempt(JsonObject auth, String operation, Optional<UserId> user, String session, Instant endsAt) {}
}
