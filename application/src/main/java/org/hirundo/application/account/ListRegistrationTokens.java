package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.request.Body;
import org.hirundo.domain.json.JsonObject;

/** Whoever knows the server's secret sees the tokens with which people can register. */
@Singleton
public final class ListRegistrationTokens {

    private final SharedSecretProof proof;
    private final RegistrationTokenStore tokens;
    private final RateLimiter limits;
    private final InstantSource clock;

    @Inject
    ListRegistrationTokens(
            SharedSecretProof proof, RegistrationTokenStore tokens, RateLimiter limits, InstantSource clock) {
        this.proof = proof;
        this.tokens = tokens;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * All tokens in the order of their names, those that are good for nothing any more too. The proof is of {@code list}.
     *
     * @param address where the request comes from
     * @throws org.hirundo.domain.error.MatrixException when there is no proof of the secret
     */
    public List<RegistrationToken> list(JsonObject request, String address) {
        limits.spendFrom(address, Cost.REGISTRATION_QUERY);
        proof.check(new Body(request), SharedSecretProof.Algorithm.REGISTRATION_TOKENS, List.of("list"));
        return tokens.all(clock.instant());
    }
}
