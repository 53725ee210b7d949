package org.hirundo.application.config;

import org.hirundo.domain.account.PasswordPolicy;

/**
 * What users may do with passwords.
 *
 * @param policy which new passwords are accepted; default at least 8 characters
 * @param login whether users can log in with a password; default yes
 * @param change whether users can change their passwords; default yes
 */
public record PasswordConfig(PasswordPolicy policy, boolean login, boolean change) {

    /** What holds where nothing is configured. */
    public static final PasswordConfig DEFAULT = new PasswordConfig(PasswordPolicy.DEFAULT, true, true);
}
