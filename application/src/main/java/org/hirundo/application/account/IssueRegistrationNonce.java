package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.domain.error.RegistrationDisabled;

/** Gives out what {@link RegisterWithSharedSecret} needs first. */
@Singleton
public final class IssueRegistrationNonce {

    private final RegistrationConfig config;
    private final RegistrationNonces nonces;
    private final RateLimiter limits;

    @Inject
    IssueRegistrationNonce(RegistrationConfig config, RegistrationNonces nonces, RateLimiter limits) {
        this.config = config;
        this.nonces = nonces;
        this.limits = limits;
    }

    /**
     * A nonce, good for one minute and one use.
     *
     * @param address where the request comes from
     * @throws RegistrationDisabled when there is no shared secret
     */
    public String issue(String address) {
        if (config.sharedSecret().isEmpty()) {
            throw new RegistrationDisabled("Shared secret registration is not enabled");
        }
        limits.spendFrom(address, Cost.REGISTRATION_QUERY);
        return nonces.issue();
    }
}
