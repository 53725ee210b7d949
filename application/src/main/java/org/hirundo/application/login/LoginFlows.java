package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.config.PasswordConfig;

/** The ways to log in. */
@Singleton
public final class LoginFlows {

    /** With a user name and a password. */
    public static final String PASSWORD = "m.login.password";

    private final PasswordConfig passwords;

    @Inject
    public LoginFlows(PasswordConfig passwords) {
        this.passwords = passwords;
    }

    /** The login types that this server offers. */
    public List<String> types() {
        return passwords.login() ? List.of(PASSWORD) : List.of();
    }
}
