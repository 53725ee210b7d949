package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.Appservices;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.UnknownToken;

/** Finds out which application service asks, where it asks for a user who may not be there yet. */
@Singleton
public final class AuthenticateService {

    private final Appservices services;

    @Inject
    public AuthenticateService(Appservices services) {
        this.services = services;
    }

    /**
     * The service that asks.
     *
     * @throws MissingToken when there is no token
     * @throws UnknownToken when it is not the {@code as_token} of any
     */
    public Registration authenticate(Optional<String> accessToken) {
        var shown = accessToken.filter(token -> !token.isEmpty()).orElseThrow(MissingToken::new);
        return SecretToken.of(shown).flatMap(services::find).orElseThrow(() -> new UnknownToken(false));
    }
}
