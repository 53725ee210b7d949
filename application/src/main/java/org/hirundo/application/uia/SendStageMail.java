package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.application.threepid.RequestValidation;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonObject;

/** Somebody who takes the stage of the mail address with a web browser has the mail sent there too. */
@Singleton
public final class SendStageMail {

    private final UiaStore store;
    private final RequestValidation request;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    SendStageMail(UiaStore store, RequestValidation request, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.request = request;
        this.clock = clock;
        this.random = random;
    }

    /** What is asked for, and where the request comes from. */
    public record Wish(String session, String email, String address) {}

    /** With what the browser shows that the mail was read. */
    public record Credentials(String sid, String clientSecret) {}

    /**
     * Sends the mail.
     *
     * @throws NotFound when there is no such session
     * @throws Forbidden when a mail address shows nothing in it
     * @throws org.hirundo.domain.error.MatrixException when the mail cannot be sent
     */
    public Credentials send(Wish wish) {
        var session =
                store.find(wish.session(), clock.instant()).orElseThrow(() -> new NotFound("There is no such session"));
        var purpose = EmailStage.purpose(session.operation())
                .orElseThrow(() -> new Forbidden("A mail address shows nothing here"));
        var clientSecret =
                SecretToken.generate(SecretToken.Kind.VALIDATION, random).reveal();
        var body = JsonObject.of("email", wish.email())
                .with("client_secret", clientSecret)
                .with("send_attempt", 1);
        var sid = request.request(new RequestValidation.Request(purpose, body, wish.address()));
        return new Credentials(sid, clientSecret);
    }
}
