package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.config.JwtConfig;
import org.hirundo.application.config.PasswordConfig;

/** The ways to log in. */
@Singleton
public final class LoginFlows {

    /** With a user name and a password. */
    public static final String PASSWORD = "m.login.password";

    /** With a token that a client of the user got here. */
    public static final String TOKEN = "m.login.token";

    /** With a JSON Web Token of a service that this server trusts; not in the specification, but on other servers too. */
    public static final String JWT = "org.matrix.login.jwt";

    private final PasswordConfig passwords;
    private final JwtConfig jwt;

    @Inject
    public LoginFlows(PasswordConfig passwords, JwtConfig jwt) {
        this.passwords = passwords;
        this.jwt = jwt;
    }

    /** The login types that this server offers. Who gets a token for another client proves with the password to be one. */
    public List<String> types() {
        var types = new ArrayList<String>();
        if (passwords.login()) {
            types.addAll(List.of(PASSWORD, TOKEN));
        }
        if (jwt.jwt().isPresent()) {
            types.add(JWT);
        }
        return List.copyOf(types);
    }
}
