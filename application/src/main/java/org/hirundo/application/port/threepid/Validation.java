package org.hirundo.application.port.threepid;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.EmailAddress;

/**
 * The attempt of a client to show whose a mail address is: a session of its own, with a token that only the mail tells.
 *
 * @param sid the id of the session
 * @param purpose what it is shown for, and for nothing else
 * @param token the hash of the token in the last mail
 * @param sendAttempt the number that the client gave the last mail
 * @param nextLink where whoever read the mail is led then
 * @param validatedAt when the token came back, to the millisecond; empty while it has not
 * @param expiresAt when all this ends, to the millisecond
 */
public record Validation(
        String sid,
        Purpose purpose,
        EmailAddress address,
        TokenHash token,
        long sendAttempt,
        Optional<String> nextLink,
        Optional<Instant> validatedAt,
        Instant expiresAt) {

    /** What an address is shown for. */
    public enum Purpose {
        /** To register with it. */
        REGISTRATION,
        /** To add it to an account. */
        ADDITION,
        /** To set the password of the account that has it. */
        PASSWORD_RESET
    }
}
