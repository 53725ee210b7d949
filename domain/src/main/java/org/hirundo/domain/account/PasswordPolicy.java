package org.hirundo.domain.account;

import java.nio.charset.StandardCharsets;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.WeakPassword;

/**
 * Which passwords are accepted. Length is all that is asked for: it is what makes a password hard to guess, and rules about
 * kinds of characters make people choose worse ones.
 *
 * @param minCharacters the fewest Unicode characters
 * @param maxBytes the most bytes in UTF-8, so that hashing cannot be made expensive
 */
public record PasswordPolicy(int minCharacters, int maxBytes) {

    /** At least 8 characters, at most 512 bytes. */
    public static final PasswordPolicy DEFAULT = new PasswordPolicy(8, 512);

    public PasswordPolicy {
        if (minCharacters < 1 || maxBytes < minCharacters) {
            throw new IllegalArgumentException("No password can meet this: " + minCharacters + " to " + maxBytes);
        }
    }

    /**
     * Checks a new password.
     *
     * @throws WeakPassword when it is too short
     * @throws InvalidParam when it is too long
     */
    public void check(String password) {
        if (password.codePointCount(0, password.length()) < minCharacters) {
            throw new WeakPassword("A password has at least " + minCharacters + " characters");
        }
        if (!fits(password)) {
            throw new InvalidParam("A password has at most " + maxBytes + " bytes");
        }
    }

    /** Whether the password is worth hashing: one that is too long for the policy cannot be anybody's. */
    public boolean fits(String password) {
        return password.length() <= maxBytes && password.getBytes(StandardCharsets.UTF_8).length <= maxBytes;
    }
}
