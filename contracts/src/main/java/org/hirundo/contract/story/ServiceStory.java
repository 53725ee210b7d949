package org.hirundo.contract.story;

import java.util.Optional;
import org.hirundo.application.account.CreateServiceSenders;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.account.RegisterServiceUser;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.Authenticate.Assertion;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;

/** What application services do, in the words of the stories. */
public abstract class ServiceStory extends SyncStory {

    static final String TYPE = "m.login.application_service";

    @BeforeEach
    final void createSenders() {
        the(CreateServiceSenders.class).create();
    }

    /** Registers a user of the service, without a session. */
    final RegisterAccount.Registered registersFor(Registration service, String localpart) {
        return registersFor(
                service,
                JsonObject.of("type", TYPE).with("username", localpart).with("inhibit_login", JsonBoolean.TRUE));
    }

    final RegisterAccount.Registered registersFor(Registration service, JsonObject body) {
        return the(RegisterServiceUser.class)
                .register(new RegisterServiceUser.Registration(token(service), body, ADDRESS));
    }

    /** The service as its sender. */
    final Requester as(Registration service) {
        return asking(service, Assertion.NONE);
    }

    /** The service as one of its users, who is registered for it if need be. */
    final Requester as(Registration service, String localpart) {
        var user = "@" + localpart + ":" + Server.NAME;
        if (storage().accounts().find(UserId.parse(user)).isEmpty()) {
            registersFor(service, localpart);
        }
        return asking(service, new Assertion(Optional.of(user), Optional.empty()));
    }

    /** The service as whom it says to be. */
    final Requester asking(Registration service, Assertion assertion) {
        return the(Authenticate.class)
                .authenticate(new Authenticate.Credentials(token(service), ADDRESS, false, assertion));
    }

    static Optional<String> token(Registration service) {
        return Optional.of(service.asToken().reveal());
    }
}
