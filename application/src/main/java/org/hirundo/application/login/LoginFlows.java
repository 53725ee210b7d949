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

    /** With a token that a client of the user got here. */
    public static final String TOKEN = "m.login.token";

    private final PasswordConfig passwords;

    @Inject
    public LoginFlows(PasswordConfig passwords) {
        this.passwords = passwords;
    }

    /** The login types that this server offers. Who gets a token for another client proves with the password to be one. */
    public List<String> types() {
        return passwords.login() ? List.of(PASSWORD, TOKEN) : List.of();
    }
}
