package org.hirundo.application.config;

import java.util.Optional;
import java.util.Set;

/**
 * Who may register an account.
 *
 * @param mode default {@link Mode#CLOSED}
 * @param tokens what lets people register when {@code mode} is {@link Mode#TOKEN}: 1 to 64 letters, digits and
 *     {@code ._~-} each; default none
 * @param sharedSecret lets whoever knows it register anybody, administrators too, whatever the mode; by default there is none
 *     and nobody can
 * @param guests whether anybody may have a guest account; default no
 */
public record RegistrationConfig(Mode mode, Set<String> tokens, Optional<String> sharedSecret, boolean guests) {

    /** What holds where nothing is configured: nobody can register. */
    public static final RegistrationConfig DEFAULT =
            new RegistrationConfig(Mode.CLOSED, Set.of(), Optional.empty(), false);

    /** How people register by themselves. */
    public enum Mode {
        /** Not at all. */
        CLOSED,
        /** With a token that the server's administrators gave them. */
        TOKEN,
        /** Anybody can, without being asked for anything. */
        OPEN
    }

    public RegistrationConfig {
        tokens = Set.copyOf(tokens);
        for (var token : tokens) {
            if (!token.matches("[0-9A-Za-z._~-]{1,64}")) {
                throw new IllegalArgumentException("A registration token has 1 to 64 letters, digits and ._~-");
            }
        }
        if (sharedSecret.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("The shared secret for registration is empty");
        }
    }
}
