package org.hirundo.application.port.threepid;

import java.time.Instant;
import org.hirundo.domain.id.EmailAddress;

/**
 * A third-party identifier of an account.
 *
 * @param validatedAt when it was shown whose it is, to the millisecond
 * @param addedAt when it came to the account, to the millisecond
 */
public record Threepid(EmailAddress address, Instant validatedAt, Instant addedAt) {

    /** The medium of all of them. */
    public static final String MEDIUM = "email";
}
