package org.hirundo.application.port.account;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lets people register who were given it.
 *
 * @param token 1 to 64 letters, digits and {@code ._~-}
 * @param usesAllowed how many may register with it; empty when any number may
 * @param pending how many have shown it and may still register
 * @param completed how many have registered with it
 * @param expiresAt from when on it is good for nothing, to the millisecond; empty when never
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#token-authenticated-registration">Token-authenticated
 *     registration</a>
 */
public record RegistrationToken(
        String token, Optional<Integer> usesAllowed, int pending, int completed, Optional<Instant> expiresAt) {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9A-Za-z._~-]{1,64}");

    public RegistrationToken {
        if (!isWellFormed(token)) {
            throw new IllegalArgumentException("A registration token has 1 to 64 letters, digits and ._~-");
        }
        if (usesAllowed.filter(allowed -> allowed < 0).isPresent()) {
            throw new IllegalArgumentException("Fewer than no uses cannot be allowed");
        }
    }

    /** Whether a token can be called this. */
    public static boolean isWellFormed(String token) {
        return GRAMMAR.matcher(token).matches();
    }

    /** A token that nobody has used yet. */
    public static RegistrationToken unused(String token, Optional<Integer> usesAllowed, Optional<Instant> expiresAt) {
        return new RegistrationToken(token, usesAllowed, 0, 0, expiresAt);
    }

    /** Whether one more may register with it. */
    public boolean isUsable(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isEmpty()
                && usesAllowed
                        .filter(allowed -> (long) pending + completed >= allowed)
                        .isEmpty();
    }
}
