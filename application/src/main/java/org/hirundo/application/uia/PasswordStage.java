package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.login.PasswordCheck;
import org.hirundo.application.login.UserIdentifier;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.Forbidden;

/**
 * The user says the password again. It has to be the password of the one who asks, not of just anybody.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#password-based">Password-based</a>
 */
@Singleton
final class PasswordStage implements Stage {

    private final PasswordCheck passwords;
    private final UserIdentifier identifiers;

    @Inject
    PasswordStage(PasswordCheck passwords, UserIdentifier identifiers) {
        this.passwords = passwords;
        this.identifiers = identifiers;
    }

    @Override
    public String type() {
        return Flows.PASSWORD;
    }

    @Override
    public Outcome attempt(Attempt attempt) {
        var password = new Body(attempt.auth()).requiredString("password");
        var account = identifiers.read(attempt.auth()).flatMap(user -> passwords.check(user, password));
        if (account.isEmpty()) {
            return Outcome.failed(new Forbidden("Invalid username or password"));
        }
        // Who has proved to be somebody else gains nothing by another try.
        if (attempt.user().filter(account.get().user()::equals).isEmpty()) {
            throw new Forbidden("The password is that of another user");
        }
        return Outcome.DONE;
    }
}
