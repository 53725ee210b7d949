package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.config.Appservices;
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

    /** By an application service, for one of its users. */
    public static final String APPLICATION_SERVICE = "m.login.application_service";

    private final PasswordConfig passwords;
    private final JwtConfig jwt;
    private final Appservices services;

    @Inject
    public LoginFlows(PasswordConfig passwords, JwtConfig jwt, Appservices services) {
        this.passwords = passwords;
        this.jwt = jwt;
        this.services = services;
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
        if (!services.all().isEmpty()) {
            types.add(APPLICATION_SERVICE);
        }
        return List.copyOf(types);
    }
}
