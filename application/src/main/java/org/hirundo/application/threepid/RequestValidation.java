package org.hirundo.application.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.MailConfig.AtRegistration;
import org.hirundo.application.config.MailConfig.Mail;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.mail.MailFailure;
import org.hirundo.application.port.mail.Mailer;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.port.threepid.Validation;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.application.request.Body;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.error.ThreepidInUse;
import org.hirundo.domain.error.ThreepidMediumNotSupported;
import org.hirundo.domain.error.ThreepidNotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.json.JsonObject;

/**
 * A client wants to show that a mail address is its user's: the server sends a mail with a link.
 *
 * <p>Unless configured otherwise, whoever asks does not learn whether an account has the address: they are answered the same, and
 * the mail says what the matter is.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3registeremailrequesttoken">POST
 *     /register/email/requestToken</a>
 */
@Singleton
public final class RequestValidation {

    private static final System.Logger LOG = System.getLogger(RequestValidation.class.getName());

    private final MailConfig config;
    private final RegistrationConfig registration;
    private final PasswordConfig passwords;
    private final ValidationStore validations;
    private final ThreepidStore threepids;
    private final Mailer mailer;
    private final RateLimiter limits;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicReference<Instant> nextDrop = new AtomicReference<>(Instant.MIN);

    @Inject
    RequestValidation(
            MailConfig config,
            RegistrationConfig registration,
            PasswordConfig passwords,
            ValidationStore validations,
            ThreepidStore threepids,
            Mailer mailer,
            RateLimiter limits,
            InstantSource clock,
            RandomGenerator random) {
        this.config = config;
        this.registration = registration;
        this.passwords = passwords;
        this.validations = validations;
        this.threepids = threepids;
        this.mailer = mailer;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /** What is asked for, and where the request comes from. */
    public record Request(Purpose purpose, JsonObject body, String address) {}

    /**
     * Sends the mail, unless it was sent for this send attempt before, and answers the id of the session.
     *
     * @throws ThreepidMediumNotSupported when no mails are sent here
     * @throws ThreepidInUse when another account has the address and that is no secret here
     * @throws ThreepidNotFound when no account has the address, whose password is to be reset, and that is no secret here
     * @throws Unknown when the mail cannot be sent
     * @throws org.hirundo.domain.error.MatrixException when something else is wrong with the request
     */
    public String request(Request request) {
        var body = new Body(request.body());
        var clientSecret = Opaque.read(body, "client_secret");
        var sendAttempt = body.requiredInteger("send_attempt");
        var address = EmailAddress.find(body.requiredString("email"))
                .orElseThrow(() -> new InvalidParam("This is no mail address"));
        var wantedLink = body.string("next_link").map(RequestValidation::link);
        var mail = config.mail()
                .orElseThrow(() -> new ThreepidMediumNotSupported("This server does not work with mail addresses"));
        checkOffered(request.purpose(), mail);
        var nextLink = wantedLink.filter(mail::leadsTo).map(URI::toASCIIString);
        limits.spendFrom(request.address(), Cost.VALIDATION);
        limits.spendFrom(address.toString(), Cost.VALIDATION);
        dropExpired(mail);

        var refusal = refusal(request.purpose(), address);
        if (refusal.isPresent() && mail.revealsAccounts()) {
            throw request.purpose() == Purpose.PASSWORD_RESET
                    ? new ThreepidNotFound("No account has this address")
                    : new ThreepidInUse("An account has this address already");
        }
        var token = SecretToken.generate(SecretToken.Kind.VALIDATION, random);
        var now = clock.instant();
        var validation = new Validation(
                Validations.sid(request.purpose(), address, clientSecret),
                request.purpose(),
                address,
                new TokenHash(token.hash()),
                sendAttempt,
                nextLink,
                Optional.empty(),
                now.plus(mail.linkLifetime()));
        if (validations.begin(validation, now)) {
            send(validation, refusal.orElseGet(() -> confirmation(validation, token, mail)));
        }
        return validation.sid();
    }

    private void checkOffered(Purpose purpose, Mail mail) {
        switch (purpose) {
            case REGISTRATION -> {
                if (registration.mode() == RegistrationConfig.Mode.CLOSED
                        || mail.atRegistration() == AtRegistration.NO) {
                    throw new RegistrationDisabled("Nobody registers with a mail address here");
                }
            }
            case PASSWORD_RESET -> {
                if (!passwords.change()) {
                    throw new Forbidden("Passwords cannot be changed here");
                }
            }
            case ADDITION -> {
                // Whoever has an account may.
            }
        }
    }

    /**
     * Where the client wants people to be led. It is followed only where it is known to be safe: whoever has others sent a link to
     * this server must not be able to lead them anywhere in its name.
     */
    private static URI link(String nextLink) {
        try {
            return new URI(nextLink);
        } catch (URISyntaxException e) {
            throw new InvalidParam("next_link is no address");
        }
    }

    /** What is to be told to the address instead, when it is not to be used for this. */
    private Optional<Letter> refusal(Purpose purpose, EmailAddress address) {
        var isInUse = threepids.owner(address).isPresent();
        return switch (purpose) {
            case REGISTRATION, ADDITION -> isInUse ? Optional.of(new Letter.AddressInUse()) : Optional.empty();
            case PASSWORD_RESET -> isInUse ? Optional.empty() : Optional.of(new Letter.NoAccount());
        };
    }

    private static Letter confirmation(Validation validation, SecretToken token, Mail mail) {
        var link = mail.page(ConfirmValidation.PATHS.get(validation.purpose()) + "?sid=" + validation.sid() + "&token="
                + token.reveal());
        return switch (validation.purpose()) {
            case REGISTRATION -> new Letter.ConfirmRegistration(link);
            case ADDITION -> new Letter.ConfirmAddition(link);
            case PASSWORD_RESET -> new Letter.ConfirmPasswordReset(link);
        };
    }

    private void send(Validation validation, Letter letter) {
        try {
            mailer.send(validation.address(), letter);
        } catch (MailFailure failure) {
            LOG.log(System.Logger.Level.WARNING, "A mail was not sent: {0}", failure.getMessage());
            // So that the client may try again with the same send attempt.
            validations.remove(validation.sid());
            throw new Unknown("The mail cannot be sent");
        }
    }

    /** Drops the sessions that nobody finished in time, if that was not done lately. */
    private void dropExpired(Mail mail) {
        var now = clock.instant();
        var due = nextDrop.get();
        if (!now.isBefore(due) && nextDrop.compareAndSet(due, now.plus(mail.linkLifetime()))) {
            validations.removeExpired(now);
        }
    }
}
