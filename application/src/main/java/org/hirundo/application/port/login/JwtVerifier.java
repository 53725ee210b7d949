package org.hirundo.application.port.login;

import java.time.Instant;
import java.util.Optional;

/** Tells JSON Web Tokens that are good from others. */
public interface JwtVerifier {

    /**
     * Whom the token is about, as its subject claim says.
     *
     * @return empty when it is not signed as configured, not of the issuer, for none of the audiences, not valid yet or not any
     *     more at {@code now}, about nobody, or no token at all
     */
    Optional<String> subject(String token, Instant now);
}
