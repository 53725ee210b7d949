package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.domain.account.PasswordPolicy;

/**
 * Tells which passwords are accepted, so that clients can say so before one is refused.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/2000">MSC2000: Server-side password policies</a>
 */
@Singleton
public final class GetPasswordPolicy {

    private final PasswordConfig passwords;

    @Inject
    public GetPasswordPolicy(PasswordConfig passwords) {
        this.passwords = passwords;
    }

    /** The policy of new passwords. */
    public PasswordPolicy policy() {
        return passwords.policy();
    }
}
