package org.hirundo.application.port.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Registration tokens and how often they were used. Whoever shows one has a pending use of it, which becomes a completed one
 * when they register, and is none any more when they do not in time.
 */
public interface RegistrationTokenStore {

    /**
     * A use of a token.
     *
     * @param session in which it is used; tells uses of one token apart
     * @param expiresAt until when it is pending
     */
    record Use(String token, String session, Instant expiresAt) {}

    /** Keeps a token that nobody has used; false, and nothing is changed, when there is one of this name. */
    boolean create(RegistrationToken token);

    /** The token, with the uses that are pending at {@code now}. */
    Optional<RegistrationToken> find(String token, Instant now);

    /** All tokens in the order of their names, with the uses that are pending at {@code now}. */
    List<RegistrationToken> all(Instant now);

    /** Drops the token and its uses; true for exactly one of several concurrent callers. */
    boolean delete(String token);

    /**
     * Makes the use pending if its token is usable at {@code now}. A use that is pending already stays so and counts once.
     * However many begin at once, no more uses are pending and completed together than are allowed.
     *
     * @return whether the use is pending
     */
    boolean begin(Use use, Instant now);

    /** Counts the use as a completed one, whether or not it is still pending; nothing when the token is gone. */
    void complete(Use use);

    /** The use is not pending any more, and does not count. */
    void cancel(Use use);
}
