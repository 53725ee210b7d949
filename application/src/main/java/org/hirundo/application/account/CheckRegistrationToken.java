package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.domain.error.RegistrationDisabled;

/**
 * Whether a registration token is good.
 *
 * @see <a
 *     href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1registermloginregistration_tokenvalidity">GET
 *     /register/m.login.registration_token/validity</a>
 */
@Singleton
public final class CheckRegistrationToken {

    private final RegistrationConfig config;
    private final RegistrationTokenStore tokens;
    private final RateLimiter limits;
    private final InstantSource clock;

    @Inject
    public CheckRegistrationToken(
            RegistrationConfig config, RegistrationTokenStore tokens, RateLimiter limits, InstantSource clock) {
        this.config = config;
        this.tokens = tokens;
        this.limits = limits;
        this.clock = clock;
    }

    /** The question, and where it comes from. */
    public record Question(String token, String address) {}

    /**
     * Whether somebody could register with the token now.
     *
     * @throws RegistrationDisabled when nobody can register here
     */
    public boolean isValid(Question question) {
        limits.spendFrom(question.address(), Cost.REGISTRATION_QUERY);
        if (config.mode() == RegistrationConfig.Mode.CLOSED) {
            throw new RegistrationDisabled("Registration is not enabled on this homeserver.");
        }
        var now = clock.instant();
        return tokens.find(question.token(), now)
                .filter(token -> token.isUsable(now))
                .isPresent();
    }
}
