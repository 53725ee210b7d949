package org.hirundo.application.config;

import java.util.List;
import java.util.Optional;

/**
 * Signing in with a JSON Web Token that another service made.
 *
 * @param jwt empty when nobody can, which is the default
 */
public record JwtConfig(Optional<Jwt> jwt) {

    /** What holds where nothing is configured. */
    public static final JwtConfig DEFAULT = new JwtConfig(Optional.empty());

    /** How tokens are signed; there are no others, whatever a token says. */
    public enum Algorithm {
        /** With a secret that both sides know. */
        HS256,
        /** With an RSA key. */
        RS256,
        /** With a key on the curve P-256. */
        ES256
    }

    /**
     * Which tokens are good.
     *
     * @param key the secret of {@link Algorithm#HS256}, else the public key as PEM
     * @param issuer who has to have made the token; empty when anybody may who has the key
     * @param audiences for one of whom it has to be made; empty when it does not matter
     * @param subjectClaim which claim says the localpart of the user
     */
    public record Jwt(
            Algorithm algorithm, String key, Optional<String> issuer, List<String> audiences, String subjectClaim) {

        /** Copies the audiences. */
        public Jwt {
            audiences = List.copyOf(audiences);
        }

        /** Secrets do not belong into logs. */
        @Override
        public String toString() {
            return algorithm + " " + issuer + " " + audiences + " " + subjectClaim;
        }
    }
}
