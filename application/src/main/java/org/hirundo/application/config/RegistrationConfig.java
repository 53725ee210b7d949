package org.hirundo.application.config;

import java.util.Optional;

/**
 * Who may register an account.
 *
 * @param mode default {@link Mode#CLOSED}
 * @param sharedSecret lets whoever knows it register anybody, administrators too, whatever the mode, and manage registration
 *     tokens; by default there is none and nobody can
 * @param guests whether anybody may have a guest account; default no
 */
public record RegistrationConfig(Mode mode, Optional<String> sharedSecret, boolean guests) {

    /** What holds where nothing is configured: nobody can register. */
    public static final RegistrationConfig DEFAULT = new RegistrationConfig(Mode.CLOSED, Optional.empty(), false);

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
        if (sharedSecret.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("The shared secret for registration is empty");
        }
    }
}
