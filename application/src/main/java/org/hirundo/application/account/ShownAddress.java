package org.hirundo.application.account;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth.Proof;
import org.hirundo.domain.id.EmailAddress;

/**
 * The mail address that somebody showed to be theirs as a stage of an authentication.
 *
 * @param sid the session in which they did
 */
public record ShownAddress(EmailAddress address, Instant validatedAt, String sid) {

    /** What was shown, if it was. */
    public static Optional<ShownAddress> of(Proof proof) {
        return proof.kept()
                .object(Flows.EMAIL_IDENTITY)
                .map(kept -> new ShownAddress(
                        new EmailAddress(kept.string("address").orElseThrow()),
                        Instant.ofEpochMilli(kept.integer("validated_at").orElseThrow()),
                        kept.string("sid").orElseThrow()));
    }

    /** The identifier of an account that gets it now. */
    public Threepid addedAt(Instant now) {
        return new Threepid(address, validatedAt, now);
    }
}
