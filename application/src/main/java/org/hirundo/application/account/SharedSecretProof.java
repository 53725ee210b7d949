package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.request.Body;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.RegistrationDisabled;

/**
 * That somebody knows the server's secret, without sending it: the request has a nonce and, as {@code mac}, the HMAC by the secret
 * of that nonce and of all that is asked for, with NUL between them.
 */
@Singleton
final class SharedSecretProof {

    private final RegistrationConfig config;
    private final RegistrationNonces nonces;

    @Inject
    SharedSecretProof(RegistrationConfig config, RegistrationNonces nonces) {
        this.config = config;
        this.nonces = nonces;
    }

    /** How the HMAC is made. Each purpose has its own, so that no proof is one for another purpose. */
    enum Algorithm {
        /** To register an account, as the tools of administrators do it on every server. */
        REGISTRATION("HmacSHA1"),
        /** To manage registration tokens. */
        REGISTRATION_TOKENS("HmacSHA256");

        private final String name;

        Algorithm(String name) {
            this.name = name;
        }
    }

    /**
     * Checks the proof in the body.
     *
     * @param asked what is asked for
     * @throws RegistrationDisabled when there is no shared secret
     * @throws Forbidden when the HMAC is not by it
     * @throws InvalidParam when the nonce is not one of the last minute, or was used
     */
    void check(Body body, Algorithm algorithm, List<String> asked) {
        var secret = config.sharedSecret()
                .orElseThrow(() -> new RegistrationDisabled("Shared secret registration is not enabled"));
        var nonce = body.requiredString("nonce");
        var given = body.requiredString("mac").toLowerCase(Locale.ROOT);
        if (!nonces.use(nonce)) {
            throw new InvalidParam("The nonce is not known");
        }
        var right = hmac(algorithm, secret, nonce + "\0" + String.join("\0", asked));
        if (!MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new Forbidden("HMAC incorrect");
        }
    }

    private static String hmac(Algorithm algorithm, String secret, String text) {
        return HexFormat.of().formatHex(Hashes.hmac(algorithm.name, secret.getBytes(StandardCharsets.UTF_8), text));
    }
}
