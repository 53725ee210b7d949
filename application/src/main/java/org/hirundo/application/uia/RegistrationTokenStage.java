package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.port.account.RegistrationTokenStore.Use;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.json.JsonObject;

/**
 * Whoever registers was given a token for it. From then on until the session ends one use of the token is theirs.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#token-authenticated-registration">Token-authenticated
 *     registration</a>
 */
@Singleton
final class RegistrationTokenStage implements Stage {

    private final RegistrationTokenStore tokens;
    private final InstantSource clock;

    @Inject
    RegistrationTokenStage(RegistrationTokenStore tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public String type() {
        return Flows.REGISTRATION_TOKEN;
    }

    @Override
    public Outcome attempt(Attempt attempt) {
        var token = new Body(attempt.auth()).requiredString("token");
        var use = new Use(token, attempt.session(), attempt.endsAt());
        return tokens.begin(use, clock.instant())
                ? new Outcome.Done(JsonObject.of("token", token))
                : Outcome.failed(new Forbidden("Invalid registration token"));
    }
}
