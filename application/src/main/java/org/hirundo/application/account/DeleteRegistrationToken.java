package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonObject;

/** Whoever knows the server's secret takes a token back: nobody can register with it any more. */
@Singleton
public final class DeleteRegistrationToken {

    private final SharedSecretProof proof;
    private final RegistrationTokenStore tokens;
    private final RateLimiter limits;

    @Inject
    DeleteRegistrationToken(SharedSecretProof proof, RegistrationTokenStore tokens, RateLimiter limits) {
        this.proof = proof;
        this.tokens = tokens;
        this.limits = limits;
    }

    /**
     * Deletes the {@code token} of the body. The proof is of {@code delete} and of it. Whoever has shown it and not yet registered
     * may still do so.
     *
     * @param address where the request comes from
     * @throws NotFound when there is none
     * @throws org.hirundo.domain.error.MatrixException when there is no proof of the secret
     */
    public void delete(JsonObject request, String address) {
        limits.spendFrom(address, Cost.REGISTRATION_QUERY);
        var body = new Body(request);
        var token = body.requiredString("token");
        proof.check(body, SharedSecretProof.Algorithm.REGISTRATION_TOKENS, List.of("delete", token));
        if (!tokens.delete(token)) {
            throw new NotFound("There is no such token");
        }
    }
}
