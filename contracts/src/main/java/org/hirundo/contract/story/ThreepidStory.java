package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.account.AddThreepid;
import org.hirundo.application.account.ChangePassword;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.account.GetCapabilities;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.MailConfig.AtRegistration;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.login.LogIn;
import org.hirundo.application.port.mail.Letter;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.threepid.BindThreepid;
import org.hirundo.application.threepid.ConfirmValidation;
import org.hirundo.application.threepid.DeleteThreepid;
import org.hirundo.application.threepid.ListThreepids;
import org.hirundo.application.threepid.RequestPhoneValidation;
import org.hirundo.application.threepid.RequestValidation;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.account.PasswordPolicy;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.error.ServerNotTrusted;
import org.hirundo.domain.error.ThreepidAuthFailed;
import org.hirundo.domain.error.ThreepidInUse;
import org.hirundo.domain.error.ThreepidMediumNotSupported;
import org.hirundo.domain.error.ThreepidNotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail addresses: how people show that they are theirs, and what for. */
public abstract class ThreepidStory extends PeopleStory {

    private static final URI PUBLIC = URI.create("https://matrix.example.org/");
    private static final MailConfig.Mail MAIL =
            new MailConfig.Mail(PUBLIC, Duration.ofHours(1), AtRegistration.OPTIONAL, false, Set.of("app.example.org"));

    private Server mailing;

    @BeforeEach
    final void startMailingServer() {
        mailing = mailing(MAIL);
    }

    @AfterEach
    final void stopMailingServer() {
        mailing.close();
    }

    private Server mailing(MailConfig.Mail mail) {
        return Server.on(storage()).with(MailConfig.class, new MailConfig(Optional.of(mail)));
    }

    private static MailConfig.Mail with(AtRegistration atRegistration, boolean revealsAccounts) {
        return new MailConfig.Mail(PUBLIC, MAIL.linkLifetime(), atRegistration, revealsAccounts, Set.of());
    }

    private static JsonObject wish(String email, String secret, long attempt) {
        return JsonObject.of("email", email).with("client_secret", secret).with("send_attempt", attempt);
    }

    private String request(Purpose purpose, JsonObject body) {
        return request(mailing, purpose, body);
    }

    private static String request(Server server, Purpose purpose, JsonObject body) {
        return server.get(RequestValidation.class).request(new RequestValidation.Request(purpose, body, ADDRESS));
    }

    private Mailbox mailbox() {
        return mailing.get(Mailbox.class);
    }

    private static URI link(Letter letter) {
        return switch (letter) {
            case Letter.ConfirmRegistration(var link) -> link;
            case Letter.ConfirmAddition(var link) -> link;
            case Letter.ConfirmPasswordReset(var link) -> link;
            case Letter.AddressInUse _, Letter.NoAccount _, Letter.Unread _ ->
                throw new AssertionError("No link in " + letter);
        };
    }

    private static Map<String, String> query(URI link) {
        return Arrays.stream(link.getQuery().split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }

    private Optional<ConfirmValidation.Confirmed> follow(Purpose purpose, URI link) {
        var query = query(link);
        return mailing.get(ConfirmValidation.class)
                .confirm(new ConfirmValidation.Confirmation(
                        purpose, query.getOrDefault("sid", ""), query.getOrDefault("token", ""), ADDRESS));
    }

    /** Shows that an address is one's own: what is to be sent as credentials then. */
    private JsonObject shows(Purpose purpose, String email, String secret) {
        var sid = request(purpose, wish(email, secret, 1));
        assertThat(follow(purpose, link(mailbox().last()))).isPresent();
        return JsonObject.of("sid", sid).with("client_secret", secret);
    }

    private void adds(Requester user, JsonObject credentials) {
        mailing.get(AddThreepid.class).add(user, authenticated(user, credentials));
    }

    private static JsonObject emailAuth(JsonObject credentials) {
        return JsonObject.of("type", "m.login.email.identity").with("threepid_creds", credentials);
    }

    private RegisterAccount.Registered register(JsonObject body) {
        return mailing.get(RegisterAccount.class).register(new RegisterAccount.Registration("user", body, ADDRESS));
    }

    private void resets(Optional<Requester> requester, JsonObject body) {
        mailing.get(ChangePassword.class).change(new ChangePassword.Change(requester, body, ADDRESS));
    }

    private static JsonObject newPassword(JsonObject auth) {
        return JsonObject.of("new_password", "battery staple").with("auth", auth);
    }

    private List<String> addresses(Requester user) {
        return mailing.get(ListThreepids.class).list(user).stream()
                .map(threepid -> threepid.address().toString())
                .toList();
    }

    @Test
    void a_user_adds_an_address_logs_in_with_it_and_takes_it_away() {
        var dora = registers("dora");
        var credentials = shows(Purpose.ADDITION, "Dora@Example.org", "s3cret");
        adds(dora, credentials);

        assertThat(mailing.get(ListThreepids.class).list(dora))
                .containsExactly(new Threepid(
                        EmailAddress.parse("dora@example.org"),
                        mailing.clock().instant(),
                        mailing.clock().instant()));
        for (var login : List.of(
                JsonObject.of(
                        "identifier",
                        JsonObject.of("type", "m.id.thirdparty")
                                .with("medium", "email")
                                .with("address", "DORA@example.org")),
                JsonObject.of("medium", "email").with("address", "dora@example.org"))) {
            assertThat(logsInWith(login).user()).isEqualTo(dora.user());
        }
        mailing.get(DeleteThreepid.class)
                .delete(dora, JsonObject.of("medium", "email").with("address", "dora@EXAMPLE.org"));
        assertThat(addresses(dora)).isEmpty();
        assertThatThrownBy(() -> logsInWith(JsonObject.of("medium", "email").with("address", "dora@example.org")))
                .isInstanceOf(Forbidden.class);
    }

    private Sessions.Opened logsInWith(JsonObject identifier) {
        return mailing.get(LogIn.class)
                .logIn(new LogIn.Login(
                        identifier.with("type", "m.login.password").with("password", PASSWORD), ADDRESS));
    }

    @Test
    void what_was_not_shown_is_not_added() {
        var dora = registers("dora");
        var sid = request(Purpose.ADDITION, wish("dora@example.org", "s3cret", 1));
        var credentials = JsonObject.of("sid", sid).with("client_secret", "s3cret");

        assertThatThrownBy(() -> adds(dora, credentials)).isInstanceOf(ThreepidAuthFailed.class);
        follow(Purpose.ADDITION, link(mailbox().last()));
        assertThatThrownBy(() -> adds(dora, credentials.with("client_secret", "guess")))
                .isInstanceOf(ThreepidAuthFailed.class);
        assertThatThrownBy(() -> adds(dora, credentials.with("sid", "guess"))).isInstanceOf(ThreepidAuthFailed.class);
        assertThatThrownBy(() -> adds(dora, shows(Purpose.REGISTRATION, "dora@example.org", "s3cret")))
                .isInstanceOf(ThreepidAuthFailed.class);
        assertThatThrownBy(() -> mailing.get(AddThreepid.class).add(dora, credentials))
                .isInstanceOf(InteractiveAuthRequired.class);
        assertThatThrownBy(() -> mailing.get(AddThreepid.class).add(Server.guest("guest"), credentials))
                .isInstanceOf(GuestAccessForbidden.class);
        adds(dora, credentials);
        assertThatThrownBy(() -> adds(dora, credentials)).isInstanceOf(ThreepidAuthFailed.class);
        assertThat(addresses(dora)).containsExactly("dora@example.org");
    }

    @Test
    void an_address_is_of_one_account() {
        var dora = registers("dora");
        var emil = registers("emil");
        var emils = shows(Purpose.ADDITION, "shared@example.org", "emils");
        adds(dora, shows(Purpose.ADDITION, "shared@example.org", "doras"));

        assertThatThrownBy(() -> adds(emil, emils)).isInstanceOf(ThreepidInUse.class);
        assertThat(addresses(emil)).isEmpty();
        mailing.get(DeleteThreepid.class)
                .delete(emil, JsonObject.of("medium", "email").with("address", "shared@example.org"));
        assertThat(addresses(dora)).containsExactly("shared@example.org");
    }

    @Test
    void a_mail_is_sent_for_each_send_attempt_once() {
        var sid = request(Purpose.ADDITION, wish("dora@example.org", "s3cret", 1));
        assertThat(request(Purpose.ADDITION, wish("DORA@example.org", "s3cret", 1)))
                .isEqualTo(sid);
        assertThat(mailbox().mails()).hasSize(1);
        var first = link(mailbox().last());
        assertThat(request(Purpose.ADDITION, wish("dora@example.org", "s3cret", 2)))
                .isEqualTo(sid);
        assertThat(mailbox().mails()).hasSize(2);
        assertThat(request(Purpose.ADDITION, wish("dora@example.org", "another", 1)))
                .isNotEqualTo(sid);

        assertThat(follow(Purpose.ADDITION, first)).isEmpty();
        assertThat(follow(Purpose.ADDITION, link(mailbox().mails().get(1).letter())))
                .isPresent();
        var sent = Concurrently.call(6, _ -> request(Purpose.ADDITION, wish("emil@example.org", "s3cret", 1)));
        assertThat(sent).hasSize(6);
        assertThat(mailbox().mails()).hasSize(4);
    }

    @Test
    void a_link_is_good_for_its_purpose_and_not_for_ever() {
        request(Purpose.REGISTRATION, wish("dora@example.org", "s3cret", 1));
        var link = link(mailbox().last());
        assertThat(link.toString())
                .startsWith("https://matrix.example.org/_matrix/client/unstable/registration/email/submit_token?sid=");
        assertThat(storage()
                        .validations()
                        .find(
                                query(link).getOrDefault("sid", ""),
                                mailing.clock().instant())
                        .toString())
                .doesNotContain(query(link).getOrDefault("token", ""), "s3cret");

        assertThat(follow(Purpose.PASSWORD_RESET, link)).isEmpty();
        assertThat(follow(Purpose.REGISTRATION, URI.create(link + "x"))).isEmpty();
        assertThat(follow(Purpose.REGISTRATION, link)).isPresent();
        assertThat(follow(Purpose.REGISTRATION, link)).isPresent();
        mailing.clock().pass(Duration.ofHours(1));
        assertThat(follow(Purpose.REGISTRATION, link)).isEmpty();
    }

    @Test
    void people_are_led_only_where_it_is_known_to_be_safe() {
        var app = "https://app.example.org/#/register?sid=x";
        for (var safe : List.of(app, "https://matrix.example.org/done", "https://APP.example.org/")) {
            assertThat(ledTo(safe)).contains(URI.create(safe));
        }
        for (var unsafe : List.of(
                "https://evil.example/",
                "https://app.example.org.evil.example/",
                "https://app.example.org@evil.example/",
                "https://evil.example\u2215app.example.org/",
                "//evil.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "/path")) {
            assertThat(ledTo(unsafe)).as(unsafe).isEmpty();
        }
        assertThatThrownBy(() -> ledTo("https://ex ample.org")).isInstanceOf(InvalidParam.class);
    }

    private Optional<URI> ledTo(String nextLink) {
        mailing.clock().pass(Duration.ofHours(2));
        request(Purpose.REGISTRATION, wish("dora@example.org", "s3cret", 1).with("next_link", nextLink));
        return follow(Purpose.REGISTRATION, link(mailbox().last()))
                .orElseThrow()
                .nextLink();
    }

    @Test
    void whoever_registers_may_show_an_address() {
        var challenge = challenge(() -> register(registration("dora")));
        assertThat(challenge.flows())
                .containsExactlyInAnyOrder(List.of("m.login.dummy"), List.of("m.login.email.identity"));
        var credentials = shows(Purpose.REGISTRATION, "dora@example.org", "s3cret");
        var wrong = emailAuth(credentials.with("client_secret", "guess"));
        assertThat(challenge(() -> register(registration("dora").with("auth", wrong)))
                        .failure())
                .get()
                .isInstanceOf(ThreepidAuthFailed.class);
        var dora = requester(register(registration("dora").with("auth", emailAuth(credentials)))
                .session()
                .orElseThrow());

        assertThat(addresses(dora)).containsExactly("dora@example.org");
        assertThat(challenge(() -> register(registration("emil").with("auth", emailAuth(credentials))))
                        .failure())
                .get()
                .isInstanceOf(ThreepidAuthFailed.class);
    }

    @Test
    void where_an_address_is_required_nobody_registers_without() {
        try (var strict = mailing(with(AtRegistration.REQUIRED, false));
                var without = mailing(with(AtRegistration.NO, false));
                var closed = mailing(MAIL).with(RegistrationConfig.class, RegistrationConfig.DEFAULT)) {
            var body = registration("dora").with("auth", JsonObject.of("type", "m.login.dummy"));
            var registration = new RegisterAccount.Registration("user", body, ADDRESS);
            assertThat(challenge(() -> strict.get(RegisterAccount.class).register(registration))
                            .flows())
                    .containsExactly(List.of("m.login.email.identity"));
            assertThat(without.get(RegisterAccount.class).register(registration).session())
                    .isPresent();
            for (var server : List.of(without, closed)) {
                assertThatThrownBy(() -> request(server, Purpose.REGISTRATION, wish("e@example.org", "s", 1)))
                        .isInstanceOf(RegistrationDisabled.class);
            }
        }
    }

    @Test
    void nobody_learns_whose_address_it_is_but_who_reads_the_mail() {
        adds(registers("dora"), shows(Purpose.ADDITION, "dora@example.org", "s3cret"));

        for (var purpose : List.of(Purpose.REGISTRATION, Purpose.ADDITION)) {
            var sid = request(purpose, wish("dora@example.org", "mine", 1));
            assertThat(mailbox().last()).isEqualTo(new Letter.AddressInUse());
            assertThat(sid).hasSameSizeAs(request(purpose, wish("free@example.org", "mine", 1)));
        }
        request(Purpose.PASSWORD_RESET, wish("nobody@example.org", "mine", 1));
        assertThat(mailbox().last()).isEqualTo(new Letter.NoAccount());
        assertThat(mailbox().mails().getLast().recipient()).hasToString("nobody@example.org");
    }

    @Test
    void guesses_of_passwords_do_not_tell_whose_address_it_is() {
        adds(registers("dora"), shows(Purpose.ADDITION, "dora@example.org", "s3cret"));
        try (var limited = mailing(MAIL).with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            assertThat(guesses(limited, "dora@example.org", "198.51.100."))
                    .isEqualTo(guesses(limited, "nobody@example.org", "203.0.113."));
        }
    }

    /** How many passwords of the address can be tried, from ever other places. */
    private static int guesses(Server server, String address, String network) {
        var body = JsonObject.of("type", "m.login.password")
                .with("medium", "email")
                .with("address", address)
                .with("password", "a guess at it");
        for (int guess = 0; ; guess++) {
            try {
                server.get(LogIn.class).logIn(new LogIn.Login(body, network + guess));
                throw new AssertionError("That was not the password");
            } catch (LimitExceeded e) {
                return guess;
            } catch (Forbidden e) {
                assertThat(e.reason()).isEqualTo("Invalid username or password");
            }
        }
    }

    @Test
    void where_it_is_no_secret_everybody_learns_it() {
        adds(registers("dora"), shows(Purpose.ADDITION, "dora@example.org", "s3cret"));

        try (var open = mailing(with(AtRegistration.OPTIONAL, true))) {
            for (var purpose : List.of(Purpose.REGISTRATION, Purpose.ADDITION)) {
                assertThatThrownBy(() -> request(open, purpose, wish("dora@example.org", "mine", 1)))
                        .isInstanceOf(ThreepidInUse.class);
            }
            assertThatThrownBy(() -> request(open, Purpose.PASSWORD_RESET, wish("no@example.org", "mine", 1)))
                    .isInstanceOf(ThreepidNotFound.class);
        }
    }

    @Test
    void who_reads_the_mail_sets_another_password() {
        var dora = registers("dora");
        adds(dora, shows(Purpose.ADDITION, "dora@example.org", "s3cret"));
        assertThat(challenge(() -> resets(Optional.empty(), JsonObject.of("new_password", "battery staple")))
                        .flows())
                .containsExactly(List.of("m.login.email.identity"));
        var sid = request(Purpose.PASSWORD_RESET, wish("dora@example.org", "mine", 1));
        var credentials = JsonObject.of("sid", sid).with("client_secret", "mine");
        assertThat(challenge(() -> resets(Optional.empty(), newPassword(emailAuth(credentials))))
                        .failure())
                .get()
                .isInstanceOf(ThreepidAuthFailed.class);
        assertThat(follow(Purpose.PASSWORD_RESET, link(mailbox().last()))).isPresent();
        resets(Optional.empty(), newPassword(emailAuth(credentials)));

        assertThat(storage().sessions().devices(dora.user())).isEmpty();
        assertThat(logsIn(login("dora", "battery staple")).user()).isEqualTo(dora.user());
        assertThatThrownBy(() -> logsIn(login("dora", PASSWORD))).isInstanceOf(Forbidden.class);
        assertThat(challenge(() -> resets(Optional.empty(), newPassword(emailAuth(credentials))))
                        .failure())
                .get()
                .isInstanceOf(ThreepidAuthFailed.class);
    }

    @Test
    void no_other_way_leads_to_somebody_elses_password() {
        var dora = registers("dora");
        var emil = registers("emil");
        adds(dora, shows(Purpose.ADDITION, "dora@example.org", "s3cret"));
        var registration = shows(Purpose.REGISTRATION, "new@example.org", "s3cret");
        var addition = shows(Purpose.ADDITION, "new@example.org", "s3cret");
        for (var credentials : List.of(registration, addition)) {
            assertThat(challenge(() -> resets(Optional.empty(), newPassword(emailAuth(credentials))))
                            .failure())
                    .isPresent();
        }
        for (var auth : List.of(
                passwordOf("emil", PASSWORD),
                passwordOf("dora", PASSWORD),
                JsonObject.of("type", "m.login.dummy"),
                JsonObject.of("type", "m.login.terms"))) {
            assertThat(challenge(() -> resets(Optional.empty(), newPassword(auth)))
                            .failure())
                    .isPresent();
        }
        // Who reads the mail of one account does not change the password of another that they are signed in to.
        var reset = shows(Purpose.PASSWORD_RESET, "dora@example.org", "mine");
        assertThatThrownBy(() -> resets(Optional.of(emil), newPassword(emailAuth(reset))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> resets(Optional.of(Server.guest("guest")), newPassword(emailAuth(reset))))
                .isInstanceOf(GuestAccessForbidden.class);
        for (var name : List.of("dora", "emil")) {
            assertThat(logsIn(login(name, PASSWORD)).user().localpart()).isEqualTo(name);
        }
        // The address was taken from the account after the mail was read.
        var late = shows(Purpose.PASSWORD_RESET, "dora@example.org", "late");
        mailing.get(DeleteThreepid.class)
                .delete(dora, JsonObject.of("medium", "email").with("address", "dora@example.org"));
        assertThatThrownBy(() -> resets(Optional.empty(), newPassword(emailAuth(late))))
                .isInstanceOf(ThreepidNotFound.class);
    }

    @Test
    void a_mail_shows_nothing_where_a_password_is_asked_for() {
        var dora = registers("dora");
        adds(dora, shows(Purpose.ADDITION, "dora@example.org", "s3cret"));
        var reset = shows(Purpose.PASSWORD_RESET, "dora@example.org", "mine");

        assertThat(challenge(() -> mailing.get(DeactivateAccount.class)
                                .deactivate(dora, JsonObject.of("auth", emailAuth(reset))))
                        .failure())
                .get()
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whoever_is_signed_in_may_show_password_or_mail() {
        var dora = registers("dora");
        adds(dora, shows(Purpose.ADDITION, "dora@example.org", "s3cret"));

        assertThat(challenge(() -> resets(Optional.of(dora), JsonObject.EMPTY)).flows())
                .containsExactly(List.of("m.login.password"), List.of("m.login.email.identity"));
        resets(Optional.of(dora), newPassword(emailAuth(shows(Purpose.PASSWORD_RESET, "dora@example.org", "mine"))));
        assertThat(storage().sessions().devices(dora.user())).hasSize(1);
    }

    @Test
    void a_closed_account_has_no_addresses() {
        var dora = registers("dora");
        adds(dora, shows(Purpose.ADDITION, "dora@example.org", "s3cret"));
        mailing.get(DeactivateAccount.class).deactivate(dora, authenticated(dora, JsonObject.EMPTY));

        assertThat(storage().threepids().owner(EmailAddress.parse("dora@example.org")))
                .isEmpty();
    }

    @Test
    void without_mail_there_are_no_addresses() {
        var dora = registers("dora");
        for (var purpose : Purpose.values()) {
            assertThatThrownBy(() -> request(server(), purpose, wish("dora@example.org", "s3cret", 1)))
                    .isInstanceOf(ThreepidMediumNotSupported.class);
        }
        var body = JsonObject.of("sid", "x").with("client_secret", "x");
        assertThatThrownBy(() -> the(AddThreepid.class).add(dora, authenticated(dora, body)))
                .isInstanceOf(ThreepidMediumNotSupported.class);
        assertThatThrownBy(() -> the(ChangePassword.class)
                        .change(new ChangePassword.Change(Optional.empty(), JsonObject.EMPTY, ADDRESS)))
                .isInstanceOf(MissingToken.class);
        assertThat(the(GetCapabilities.class).capabilities(dora).object("m.3pid_changes"))
                .contains(JsonObject.of("enabled", JsonBoolean.FALSE));
        assertThat(mailing.get(GetCapabilities.class).capabilities(dora).object("m.3pid_changes"))
                .contains(JsonObject.of("enabled", JsonBoolean.TRUE));
    }

    @Test
    void where_passwords_stay_as_they_are_none_is_reset() {
        var config = new PasswordConfig(PasswordPolicy.DEFAULT, true, false);
        try (var fixed = mailing(MAIL).with(PasswordConfig.class, config)) {
            assertThatThrownBy(() -> request(fixed, Purpose.PASSWORD_RESET, wish("dora@example.org", "s3cret", 1)))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> fixed.get(ChangePassword.class)
                            .change(new ChangePassword.Change(Optional.empty(), JsonObject.EMPTY, ADDRESS)))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void a_mail_that_cannot_be_sent_may_be_asked_for_again() {
        mailbox().isBroken(true);
        assertThatThrownBy(() -> request(Purpose.ADDITION, wish("dora@example.org", "s3cret", 1)))
                .isInstanceOf(Unknown.class);
        mailbox().isBroken(false);
        request(Purpose.ADDITION, wish("dora@example.org", "s3cret", 1));

        assertThat(mailbox().mails()).hasSize(1);
    }

    @Test
    void what_is_no_request_for_a_mail_is_refused() {
        var right = wish("dora@example.org", "s3cret", 1);
        for (var wrong : List.of(
                right.with("email", "dora"),
                right.with("email", "dora@example.org\r\nBcc: eve@example.org"),
                right.with("client_secret", ""),
                right.with("client_secret", "s cret"),
                right.with("client_secret", "x".repeat(256)))) {
            assertThatThrownBy(() -> request(Purpose.ADDITION, wrong)).isInstanceOf(InvalidParam.class);
        }
        for (var missing : List.of("email", "client_secret", "send_attempt")) {
            assertThatThrownBy(() -> request(Purpose.ADDITION, right.without(missing)))
                    .isInstanceOf(MissingParam.class);
        }
        assertThatThrownBy(() -> request(Purpose.ADDITION, right.with("send_attempt", "1")))
                .isInstanceOf(BadJson.class);
        assertThat(mailbox().mails()).isEmpty();
    }

    @Test
    void nobody_is_sent_many_mails() {
        try (var limited = mailing(MAIL).with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            int burst = RateLimitConfig.DEFAULT.validation().burst();
            for (int attempt = 0; attempt < burst; attempt++) {
                var request = new RequestValidation.Request(
                        Purpose.ADDITION, wish("dora@example.org", "s3cret", attempt), "192.0.2." + attempt);
                limited.get(RequestValidation.class).request(request);
            }
            var more = new RequestValidation.Request(
                    Purpose.ADDITION, wish("DORA@example.org", "s3cret", burst), "192.0.2.99");
            assertThatThrownBy(() -> limited.get(RequestValidation.class).request(more))
                    .isInstanceOf(LimitExceeded.class);
        }
    }

    @Test
    void identity_servers_and_telephones_are_not_worked_with() {
        var dora = registers("dora");
        var credentials = JsonObject.of("sid", "x")
                .with("client_secret", "x")
                .with("id_server", "id.example.org")
                .with("id_access_token", "x");
        assertThatThrownBy(() -> mailing.get(BindThreepid.class).bind(dora, credentials))
                .isInstanceOf(ServerNotTrusted.class);
        assertThatThrownBy(() -> mailing.get(BindThreepid.class).bind(dora, credentials.without("id_server")))
                .isInstanceOf(MissingParam.class);
        var phone = JsonObject.of("client_secret", "x")
                .with("country", "GB")
                .with("phone_number", "07700900001")
                .with("send_attempt", 1);
        assertThatThrownBy(() -> mailing.get(RequestPhoneValidation.class).request(phone))
                .isInstanceOf(ThreepidMediumNotSupported.class);
    }
}
