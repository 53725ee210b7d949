package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.MatrixException;

/**
 * Whoever registers was given a token for it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#token-authenticated-registration">Token-authenticated
 *     registration</a>
 */
@Singleton
final class RegistrationTokenStage implements Stage {

    private final RegistrationConfig config;

    @Inject
    RegistrationTokenStage(RegistrationConfig config) {
        this.config = config;
    }

    @Override
    public String type() {
        return Flows.REGISTRATION_TOKEN;
    }

    @Override
    public Optional<MatrixException> attempt(Attempt attempt) {
        var token = new Body(attempt.auth()).requiredString("token");
        return config.tokens().contains(token)
                ? Optional.empty()
                : Optional.of(new Forbidden("Invalid registration token"));
    }
}
