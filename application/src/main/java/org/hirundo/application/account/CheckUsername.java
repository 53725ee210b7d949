package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.domain.error.RegistrationDisabled;

/**
 * Whether a user name can be had.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3registeravailable">GET
 *     /register/available</a>
 */
@Singleton
public final class CheckUsername {

    private final Usernames usernames;
    private final RegistrationConfig config;
    private final RateLimiter limits;

    @Inject
    CheckUsername(Usernames usernames, RegistrationConfig config, RateLimiter limits) {
        this.usernames = usernames;
        this.config = config;
        this.limits = limits;
    }

    /** The question, and where it comes from. */
    public record Question(String username, String address) {}

    /**
     * Returns when the name can be had now.
     *
     * @throws RegistrationDisabled when nobody can register here
     * @throws org.hirundo.domain.error.MatrixException when the name cannot be had
     */
    public void check(Question question) {
        limits.spendFrom(question.address(), Cost.REGISTRATION_QUERY);
        if (config.mode() == RegistrationConfig.Mode.CLOSED) {
            throw new RegistrationDisabled("Registration is disabled");
        }
        usernames.available(question.username());
    }
}
