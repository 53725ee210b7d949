package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.config.PasswordConfig;

/** The ways to log in. */
@Singleton
public final class LoginFlows {

    /** With a user name and a password. */
    public static final String PASSWORD = "m.login.password";

    /** With a token that a client of the user got here. */
    public static final String TOKEN = "m.login.token";

    /** By an application service, for one of its users. */
    public static final String APPLICATION_SERVICE = "m.login.application_service";

    private final PasswordConfig passwords;
    private final Appservices services;

    @Inject
    public LoginFlows(PasswordConfig passwords, Appservices services) {
        this.passwords = passwords;
        this.services = services;
    }

    /** The login types that this server offers. Who gets a token for another client proves with the password to be one. */
    public List<String> types() {
        var types = new ArrayList<String>();
        if (passwords.login()) {
            types.add(PASSWORD);
            types.add(TOKEN);
        }
        if (!services.all().isEmpty()) {
            types.add(APPLICATION_SERVICE);
        }
        return List.copyOf(types);
    }
}
