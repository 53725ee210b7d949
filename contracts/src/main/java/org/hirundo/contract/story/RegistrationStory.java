package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hirundo.application.account.CheckRegistrationToken;
import org.hirundo.application.account.CheckUsername;
import org.hirundo.application.account.IssueRegistrationNonce;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.account.RegisterWithSharedSecret;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.config.TermsConfig;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidUsername;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.error.WeakPassword;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Registering accounts. */
public abstract class RegistrationStory extends PeopleStory {

    private static final String SECRET = "of the server";

    private static final RegistrationConfig CLOSED = RegistrationConfig.DEFAULT;
    private static final RegistrationConfig BY_TOKEN =
            new RegistrationConfig(RegistrationConfig.Mode.TOKEN, Optional.of(SECRET), false);

    private static RegisterAccount.Registered register(Server server, JsonObject body) {
        return server.get(RegisterAccount.class).register(new RegisterAccount.Registration("user", body, ADDRESS));
    }

    @Test
    void whoever_registers_gets_an_account_a_device_and_a_token() {
        var registered = registered(registration("dora").with("device_id", "TABLET"));
        var session = registered.session().orElseThrow();

        assertThat(registered.user()).hasToString("@dora:hirundo.example");
        assertThat(session.device()).isEqualTo(new DeviceId("TABLET"));
        assertThat(session.tokens().refresh()).isEmpty();
        assertThat(session.tokens().expiresIn()).isEmpty();
        assertThat(requester(session).user()).isEqualTo(registered.user());
        assertThat(requester(session).kind()).isEqualTo(Requester.Kind.USER);
        assertThat(requester(session).admin()).isFalse();
        assertThat(logsIn(registered.user()).device()).isNotEqualTo(session.device());
    }

    @Test
    void a_registration_that_breaks_off_leaves_no_account_without_a_name() {
        var body = registration("dora").with("auth", JsonObject.of("type", "m.login.dummy"));
        for (var half : List.of(withBroken(ProfileStore.class), withBroken(AccountStore.class))) {
            try (half) {
                assertThatThrownBy(() -> register(half, body)).isInstanceOf(StorageUnavailable.class);
            }
            assertThat(storage().accounts().find(UserId.create("dora", Server.NAME)))
                    .isEmpty();
        }
        var dora = register(server(), body).user();

        assertThat(storage().profiles().find(dora).orElseThrow().string("displayname"))
                .contains("dora");
    }

    /** A server that can read what is in the store and write nothing to it. */
    private <T> Server withBroken(Class<T> port) {
        var working = server().get(port);
        var broken =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return method.invoke(working, arguments);
                    }
                    throw new StorageUnavailable(
                            "The connection broke", new IllegalStateException("as the story wants"));
                });
        return Server.on(storage()).with(port, port.cast(broken));
    }

    @Test
    void the_first_answer_says_what_is_to_be_proven_and_the_session_leads_to_the_end() {
        var challenge = challenge(() -> register(server(), JsonObject.EMPTY));
        assertThat(challenge.flows()).containsExactly(List.of("m.login.dummy"));
        assertThat(challenge.completed()).isEmpty();
        assertThat(challenge.failure()).isEmpty();

        var auth = JsonObject.of("type", "m.login.dummy").with("session", challenge.session());
        assertThat(register(server(), registration("dora").with("auth", auth)).session())
                .isPresent();
        assertThat(challenge(() -> register(
                                server(),
                                registration("emil").with("auth", JsonObject.of("session", challenge.session()))))
                        .session())
                .isNotEqualTo(challenge.session());
    }

    @Test
    void a_client_may_do_without_a_session_and_without_a_name() {
        var registered = registered(JsonObject.of("password", PASSWORD).with("inhibit_login", JsonBoolean.TRUE));

        assertThat(registered.session()).isEmpty();
        assertThat(registered.user().localpart()).matches("[a-z0-9]+");
        assertThat(storage().sessions().devices(registered.user())).isEmpty();
        assertThat(logsIn(registered.user()).user()).isEqualTo(registered.user());
    }

    @Test
    void names_that_cannot_be_had_are_refused_before_anything_is_to_be_proven() {
        registers("dora");
        for (var taken : List.of("dora", "DORA")) {
            assertThatThrownBy(() -> register(server(), registration(taken))).isInstanceOf(UserInUse.class);
        }
        for (var invalid : List.of("", "dörte", "do ra", "@dora:hirundo.example", "x".repeat(250))) {
            assertThatThrownBy(() -> register(server(), registration(invalid))).isInstanceOf(InvalidUsername.class);
        }
        assertThatThrownBy(() -> register(server(), registration("_bridge_dora")))
                .isInstanceOf(Exclusive.class);
    }

    @Test
    void names_can_be_asked_for_before() {
        registers("dora");
        available("emil");
        assertThatThrownBy(() -> available("dora")).isInstanceOf(UserInUse.class);
        assertThatThrownBy(() -> available("em il")).isInstanceOf(InvalidUsername.class);
        assertThatThrownBy(() -> available("_bridge_emil")).isInstanceOf(Exclusive.class);
    }

    private void available(String username) {
        the(CheckUsername.class).check(new CheckUsername.Question(username, ADDRESS));
    }

    @Test
    void passwords_must_be_there_and_long_enough() {
        assertThatThrownBy(() -> register(server(), registration("dora").with("password", "1234567")))
                .isInstanceOf(WeakPassword.class);
        assertThatThrownBy(() -> registered(JsonObject.of("username", "dora"))).isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> register(server(), registration("dora").with("password", new JsonInteger(5))))
                .isInstanceOf(BadJson.class);
        assertThat(storage().accounts().count()).isZero();
    }

    @Test
    void a_request_that_is_wrong_in_any_place_makes_no_account() {
        var wrong = new JsonInteger(5);
        for (var member : List.of("device_id", "initial_device_display_name", "inhibit_login", "refresh_token")) {
            var body = registration("dora")
                    .with("auth", JsonObject.of("type", "m.login.dummy"))
                    .with(member, wrong);
            assertThatThrownBy(() -> register(server(), body)).isInstanceOf(BadJson.class);
        }
        var guest =
                new RegisterAccount.Registration("guest", JsonObject.of("initial_device_display_name", wrong), ADDRESS);
        assertThatThrownBy(() -> the(RegisterAccount.class).register(guest)).isInstanceOf(BadJson.class);
        try (var server = Server.on(storage()).with(RegistrationConfig.class, BY_TOKEN)) {
            var nonce = server.get(IssueRegistrationNonce.class).issue(ADDRESS);
            var body = signed(nonce, "dora", false, SECRET).with("initial_device_display_name", wrong);
            assertThatThrownBy(() -> registerWithSecret(server, body)).isInstanceOf(BadJson.class);
        }
        assertThat(storage().accounts().count()).isZero();
    }

    @Test
    void of_many_who_want_one_name_one_gets_it() {
        var answers = Concurrently.call(10, number -> {
            try {
                registered(registration("dora"));
                return "dora";
            } catch (UserInUse e) {
                return "nobody";
            }
        });

        assertThat(answers).containsOnlyOnce("dora");
    }

    @Test
    void where_nobody_may_register_nobody_does() {
        try (var server = Server.on(storage()).with(RegistrationConfig.class, CLOSED)) {
            assertThatThrownBy(() -> register(server, registration("dora"))).isInstanceOf(RegistrationDisabled.class);
            assertThatThrownBy(() -> server.get(RegisterAccount.class)
                            .register(new RegisterAccount.Registration("guest", JsonObject.EMPTY, ADDRESS)))
                    .isInstanceOf(RegistrationDisabled.class);
            assertThatThrownBy(() -> server.get(CheckUsername.class).check(new CheckUsername.Question("dora", ADDRESS)))
                    .isInstanceOf(RegistrationDisabled.class);
            assertThatThrownBy(() -> server.get(CheckRegistrationToken.class)
                            .isValid(new CheckRegistrationToken.Question("friends", ADDRESS)))
                    .isInstanceOf(RegistrationDisabled.class);
            assertThatThrownBy(() -> server.get(IssueRegistrationNonce.class).issue(ADDRESS))
                    .isInstanceOf(RegistrationDisabled.class);
        }
    }

    @Test
    void a_token_lets_people_register() {
        storage().registrationTokens().create(RegistrationToken.unused("friends", Optional.empty(), Optional.empty()));
        try (var server = Server.on(storage()).with(RegistrationConfig.class, BY_TOKEN)) {
            var tokens = server.get(CheckRegistrationToken.class);
            assertThat(tokens.isValid(new CheckRegistrationToken.Question("friends", ADDRESS)))
                    .isTrue();
            assertThat(tokens.isValid(new CheckRegistrationToken.Question("enemies", ADDRESS)))
                    .isFalse();

            var challenge = challenge(() -> register(server, registration("dora")));
            assertThat(challenge.flows()).containsExactly(List.of("m.login.registration_token"));
            var wrong = challenge(() -> register(server, withToken(challenge.session(), "enemies")));
            assertThat(wrong.session()).isEqualTo(challenge.session());
            assertThat(wrong.failure()).get().isInstanceOf(Forbidden.class);
            var dummy = JsonObject.of("type", "m.login.dummy").with("session", challenge.session());
            assertThat(challenge(() -> register(server, registration("dora").with("auth", dummy)))
                            .completed())
                    .isEmpty();

            assertThat(register(server, withToken(challenge.session(), "friends"))
                            .user())
                    .hasToString("@dora:hirundo.example");
        }
    }

    private static JsonObject withToken(String session, String token) {
        return registration("dora")
                .with(
                        "auth",
                        JsonObject.of("type", "m.login.registration_token")
                                .with("session", session)
                                .with("token", token));
    }

    @Test
    void a_guest_gets_an_account_of_which_only_the_name_of_the_device_was_asked_for() {
        var body = registration("dora").with("device_id", "TABLET").with("initial_device_display_name", "A browser");
        var registered = the(RegisterAccount.class).register(new RegisterAccount.Registration("guest", body, ADDRESS));
        var session = registered.session().orElseThrow();

        assertThat(registered.user()).isNotEqualTo(UserId.create("dora", Server.NAME));
        assertThat(session.device()).isNotEqualTo(new DeviceId("TABLET"));
        assertThat(requester(session).isGuest()).isTrue();
        assertThat(storage().sessions().devices(registered.user()))
                .singleElement()
                .satisfies(device -> assertThat(device.displayName()).contains("A browser"));
        assertThatThrownBy(() -> logsIn(login(registered.user().toString(), PASSWORD)))
                .isInstanceOf(Forbidden.class);
    }

    private RegisterAccount.Registered guest() {
        return the(RegisterAccount.class)
                .register(new RegisterAccount.Registration("guest", JsonObject.EMPTY, ADDRESS));
    }

    private static JsonObject upgrade(RegisterAccount.Registered guest) {
        return registration(guest.user().localpart())
                .with(
                        "guest_access_token",
                        guest.session().orElseThrow().tokens().access().reveal());
    }

    @Test
    void a_guest_becomes_a_user() {
        var guest = guest();
        var before = requester(guest.session().orElseThrow());
        var challenge = challenge(() -> register(server(), upgrade(guest)));
        var auth = JsonObject.of("type", "m.login.dummy").with("session", challenge.session());
        var registered = register(server(), upgrade(guest).with("auth", auth));

        assertThat(before.isGuest()).isTrue();
        assertThat(registered.user()).isEqualTo(guest.user());
        assertThat(requester(registered.session().orElseThrow()).isGuest()).isFalse();
        assertThat(requester(guest.session().orElseThrow()).isGuest()).isFalse();
        assertThat(logsIn(guest.user()).user()).isEqualTo(guest.user());
        assertThat(storage().profiles().find(guest.user()).orElseThrow().string("displayname"))
                .contains(guest.user().localpart());
    }

    @Test
    void only_the_guest_becomes_that_user() {
        var guest = guest();
        var name = guest.user().localpart();
        assertThatThrownBy(() -> registered(registration(name))).isInstanceOf(UserInUse.class);
        assertThatThrownBy(() -> registered(upgrade(guest()).with("username", name)))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> registered(upgrade(guest).with("username", "dora")))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> registered(upgrade(guest).without("username"))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> registered(upgrade(guest).with("guest_access_token", "guess")))
                .isInstanceOf(UnknownToken.class);
        var dora = registered(registration("dora"));
        assertThatThrownBy(() -> registered(upgrade(dora))).isInstanceOf(Forbidden.class);
        registered(upgrade(guest));
        assertThatThrownBy(() -> registered(upgrade(guest))).isInstanceOf(Forbidden.class);
    }

    @Test
    void the_token_of_a_guest_is_not_stored_with_the_authentication() {
        var guest = guest();
        var terms = new TermsConfig.Line("privacy", "1", "en", URI.create("https://example.org/"), "Privacy");
        try (var server = Server.on(storage())
                .with(RegistrationConfig.class, BY_TOKEN)
                .with(TermsConfig.class, TermsConfig.of(List.of(terms)))) {
            storage()
                    .registrationTokens()
                    .create(RegistrationToken.unused("friends", Optional.empty(), Optional.empty()));
            var auth = JsonObject.of("type", "m.login.registration_token").with("token", "friends");
            var session = challenge(() -> register(server, upgrade(guest).with("auth", auth)))
                    .session();

            assertThat(storage().uia().find(session, server.clock().instant()).toString())
                    .contains(guest.user().localpart())
                    .doesNotContain(
                            guest.session().orElseThrow().tokens().access().reveal());
        }
    }

    @Test
    void there_are_no_other_kinds_of_account() {
        assertThatThrownBy(() -> the(RegisterAccount.class)
                        .register(new RegisterAccount.Registration("king", registration("dora"), ADDRESS)))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void an_address_registers_only_so_often() {
        try (var server = Server.on(storage()).with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            int burst = RateLimitConfig.DEFAULT.registration().burst();
            for (int i = 0; i < burst; i++) {
                register(server, registration("dora" + i).with("auth", JsonObject.of("type", "m.login.dummy")));
            }
            assertThatThrownBy(() ->
                            register(server, registration("emil").with("auth", JsonObject.of("type", "m.login.dummy"))))
                    .isInstanceOf(LimitExceeded.class);
        }
    }

    @Test
    void who_knows_the_secret_registers_anybody() {
        try (var server = Server.on(storage()).with(RegistrationConfig.class, BY_TOKEN)) {
            var nonce = server.get(IssueRegistrationNonce.class).issue(ADDRESS);
            var session = registerWithSecret(server, signed(nonce, "root", true, SECRET));
            assertThat(storage().accounts().find(session.user()).orElseThrow().admin())
                    .isTrue();
            assertThat(logsIn(session.user()).user()).hasToString("@root:hirundo.example");

            var next = server.get(IssueRegistrationNonce.class).issue(ADDRESS);
            var dora = registerWithSecret(server, signed(next, "dora", false, SECRET));
            assertThat(storage().accounts().find(dora.user()).orElseThrow().admin())
                    .isFalse();
        }
    }

    @Test
    void a_nonce_is_good_once_and_not_for_long() {
        try (var server = Server.on(storage()).with(RegistrationConfig.class, BY_TOKEN)) {
            var used = server.get(IssueRegistrationNonce.class).issue(ADDRESS);
            registerWithSecret(server, signed(used, "dora", false, SECRET));
            var old = server.get(IssueRegistrationNonce.class).issue(ADDRESS);
            server.clock().pass(Duration.ofMinutes(2));

            for (var nonce : List.of(used, old, "mine")) {
                assertThatThrownBy(() -> registerWithSecret(server, signed(nonce, "emil", false, SECRET)))
                        .isInstanceOf(InvalidParam.class);
            }
        }
    }

    @Test
    void who_does_not_know_the_secret_registers_nobody() {
        try (var server = Server.on(storage()).with(RegistrationConfig.class, BY_TOKEN)) {
            var nonces = server.get(IssueRegistrationNonce.class);
            assertThatThrownBy(
                            () -> registerWithSecret(server, signed(nonces.issue(ADDRESS), "dora", false, "a guess")))
                    .isInstanceOf(Forbidden.class);
            var notForAdmins =
                    signed(nonces.issue(ADDRESS), "dora", false, SECRET).with("admin", JsonBoolean.TRUE);
            assertThatThrownBy(() -> registerWithSecret(server, notForAdmins)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> registerWithSecret(
                            server,
                            signed(nonces.issue(ADDRESS), "dora", false, SECRET).without("mac")))
                    .isInstanceOf(MissingParam.class);
            assertThat(storage().accounts().count()).isZero();
        }
    }

    private static Sessions.Opened registerWithSecret(Server server, JsonObject body) {
        return server.get(RegisterWithSharedSecret.class)
                .register(new RegisterWithSharedSecret.Registration(body, ADDRESS));
    }

    private static JsonObject signed(String nonce, String username, boolean admin, String secret) {
        var text = String.join("\0", nonce, username, PASSWORD, admin ? "admin" : "notadmin");
        return JsonObject.of("nonce", nonce)
                .with("username", username)
                .with("password", PASSWORD)
                .with("admin", JsonBoolean.of(admin))
                .with("mac", hmac(secret, text));
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
