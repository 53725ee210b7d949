package org.hirundo.contract.story;

import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.login.LogIn;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** What people do with their accounts, in the words of the stories. */
public abstract class PeopleStory extends RoomStory {

    /** Where everybody is. */
    protected static final String ADDRESS = "192.0.2.7";

    /** The password of everybody. */
    protected static final String PASSWORD = "correct horse";

    /** Registers a user with a device. */
    protected final Requester registers(String localpart) {
        return requester(registered(registration(localpart)).session().orElseThrow());
    }

    /** What a client sends to register. */
    protected static JsonObject registration(String localpart) {
        return JsonObject.of("username", localpart).with("password", PASSWORD);
    }

    /** Registers as asked for, with nothing to prove. */
    protected final RegisterAccount.Registered registered(JsonObject body) {
        var dummy = JsonObject.of("auth", JsonObject.of("type", "m.login.dummy"));
        return the(RegisterAccount.class)
                .register(new RegisterAccount.Registration(
                        "user", body.toBuilder().putAll(dummy).build(), ADDRESS));
    }

    /** Logs in on a new device. */
    protected final Sessions.Opened logsIn(UserId user) {
        return logsIn(login(user.toString(), PASSWORD));
    }

    /** Logs in as asked for. */
    protected final Sessions.Opened logsIn(JsonObject body) {
        return the(LogIn.class).logIn(new LogIn.Login(body, ADDRESS));
    }

    /** What a client sends to log in. */
    protected static JsonObject login(String user, String password) {
        return passwordOf(user, password);
    }

    /** What proves that a user knows the password. */
    protected static JsonObject passwordOf(String user, String password) {
        return JsonObject.of("type", "m.login.password")
                .with("identifier", JsonObject.of("type", "m.id.user").with("user", user))
                .with("password", password);
    }

    /** The body with the right password of the user in it. */
    protected static JsonObject authenticated(Requester user, JsonObject body) {
        return body.with("auth", passwordOf(user.user().toString(), PASSWORD));
    }

    /** Who asks with the tokens of the session. */
    protected final Requester requester(Sessions.Opened session) {
        return authenticated(session.tokens().access().reveal());
    }

    /** Who asks with the token. */
    protected final Requester authenticated(String accessToken) {
        return the(Authenticate.class)
                .authenticate(new Authenticate.Credentials(Optional.of(accessToken), ADDRESS, false));
    }

    /** Makes a user an administrator, and asks as that. */
    protected final Requester promoted(Requester user) {
        var account = storage().accounts().find(user.user()).orElseThrow();
        storage()
                .accounts()
                .update(new Account(
                        account.user(),
                        account.kind(),
                        account.passwordHash(),
                        true,
                        account.deactivated(),
                        account.erased(),
                        account.locked(),
                        account.suspended(),
                        account.createdAt()));
        return new Requester(user.user(), user.device(), user.kind(), true, false, user.accessToken());
    }

    /** The challenge that the work meets. */
    protected static InteractiveAuthRequired challenge(Runnable work) {
        return Assertions.catchThrowableOfType(InteractiveAuthRequired.class, work::run);
    }
}
