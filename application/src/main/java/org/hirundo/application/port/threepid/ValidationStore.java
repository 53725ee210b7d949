package org.hirundo.application.port.threepid;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.TokenHash;

/** Validations that are under way. */
public interface ValidationStore {

    /**
     * Keeps the validation if a mail is to be sent for it: there is none of its id at {@code now}, or one that is not validated
     * and has a smaller send attempt, which it replaces. Of several callers with one send attempt one is told so.
     *
     * @return whether it was kept
     */
    boolean begin(Validation validation, Instant now);

    /** The validation, or empty when there is none or it has expired at {@code now}. */
    Optional<Validation> find(String sid, Instant now);

    /**
     * Notes that the token came back. The first time counts.
     *
     * @return whether it is the token of the validation, which has not expired at {@code now}
     */
    boolean validate(String sid, TokenHash token, Instant now);

    /** Drops the validation; true for exactly one of several concurrent callers. */
    boolean remove(String sid);

    /** Drops the validations that expired before {@code now}. */
    void removeExpired(Instant now);
}
