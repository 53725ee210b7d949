package org.hirundo.application.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.domain.account.SecretToken;

/** Somebody who read the mail confirms that the address is theirs. */
@Singleton
public final class ConfirmValidation {

    /** The pages that the links in the mails lead to. */
    public static final Map<Purpose, String> PATHS = Map.of(
            Purpose.REGISTRATION, "/_matrix/client/unstable/registration/email/submit_token",
            Purpose.ADDITION, "/_matrix/client/unstable/add_threepid/email/submit_token",
            Purpose.PASSWORD_RESET, "/_matrix/client/unstable/password_reset/email/submit_token");

    private final ValidationStore validations;
    private final RateLimiter limits;
    private final InstantSource clock;

    @Inject
    ConfirmValidation(ValidationStore validations, RateLimiter limits, InstantSource clock) {
        this.validations = validations;
        this.limits = limits;
        this.clock = clock;
    }

    /** What is in the link, and where the request comes from. */
    public record Confirmation(Purpose purpose, String sid, String token, String address) {}

    /** It is confirmed. */
    public record Confirmed(Optional<URI> nextLink) {}

    /** Notes it; empty when the link is not one of a mail that is still good. */
    public Optional<Confirmed> confirm(Confirmation confirmation) {
        limits.spendFrom(confirmation.address(), Cost.REGISTRATION_QUERY);
        var now = clock.instant();
        var sid = confirmation.sid();
        return SecretToken.of(confirmation.token())
                .flatMap(token -> validations
                        .find(sid, now)
                        .filter(found -> found.purpose() == confirmation.purpose())
                        .filter(_ -> validations.validate(sid, new TokenHash(token.hash()), now)))
                .map(found -> new Confirmed(found.nextLink().map(URI::create)));
    }
}
