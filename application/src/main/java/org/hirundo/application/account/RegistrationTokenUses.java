package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.port.account.RegistrationTokenStore.Use;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth.Proof;

/** Ends what the stage of the registration token began: the use of the token, if one was shown. */
@Singleton
final class RegistrationTokenUses {

    private final RegistrationTokenStore tokens;

    @Inject
    RegistrationTokenUses(RegistrationTokenStore tokens) {
        this.tokens = tokens;
    }

    /** Somebody registered with the token. */
    void complete(Proof proof) {
        use(proof).ifPresent(tokens::complete);
    }

    /** Nobody registered after all; another one may. */
    void cancel(Proof proof) {
        use(proof).ifPresent(tokens::cancel);
    }

    private static Optional<Use> use(Proof proof) {
        return proof.kept()
                .object(Flows.REGISTRATION_TOKEN)
                .flatMap(kept -> kept.string("token"))
                .map(token -> new Use(token, proof.session(), proof.endsAt()));
    }
}
