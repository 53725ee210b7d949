package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hirundo.application.admin.LockAccount;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.SessionConfig;
import org.hirundo.application.login.LogIn;
import org.hirundo.application.login.LogOut;
import org.hirundo.application.login.LogOutEverywhere;
import org.hirundo.application.login.LoginFlows;
import org.hirundo.application.login.RefreshSession;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.DeviceActivity;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.domain.account.PasswordPolicy;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logging in and out, and what tokens are good for. */
public abstract class SessionStory extends PeopleStory {

    private Sessions.Tokens refreshes(String refreshToken) {
        return the(RefreshSession.class)
                .refresh(new RefreshSession.Refresh(JsonObject.of("refresh_token", refreshToken), ADDRESS));
    }

    private Sessions.Opened logsInRefreshing(Requester user, String device) {
        return logsIn(login(user.user().toString(), PASSWORD)
                .with("device_id", device)
                .with("refresh_token", JsonBoolean.TRUE));
    }

    /** Waits for what happens behind a story's back. */
    private static void eventually(BooleanSupplier condition) {
        var patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(patience);
            Thread.onSpinWait();
        }
    }

    private static String access(Sessions.Tokens tokens) {
        return tokens.access().reveal();
    }

    private static String refresh(Sessions.Tokens tokens) {
        return tokens.refresh().orElseThrow().reveal();
    }

    private void assertUnknown(String accessToken, boolean softLogout) {
        assertThatThrownBy(() -> authenticated(accessToken))
                .isInstanceOfSatisfying(UnknownToken.class, unknown -> assertThat(unknown.softLogout())
                        .isEqualTo(softLogout));
    }

    private List<DeviceId> devices(Requester user) {
        return storage().sessions().devices(user.user()).stream()
                .map(Device::id)
                .toList();
    }

    @Test
    @Tag("easily-missed-28")
    void users_are_known_by_user_id_and_by_name_in_capitals_too() {
        var dora = registers("dora");
        for (var name : List.of("dora", "@dora:hirundo.example", "Dora", "@DORA:hirundo.example")) {
            assertThat(requester(logsIn(login(name, PASSWORD))).user()).isEqualTo(dora.user());
        }
    }

    @Test
    void older_clients_say_the_user_elsewhere() {
        registers("dora");
        var body =
                JsonObject.of("type", "m.login.password").with("user", "dora").with("password", PASSWORD);

        assertThat(logsIn(body).user()).hasToString("@dora:hirundo.example");
        assertThat(logsIn(body.with("identifier", JsonNull.NULL)).user()).hasToString("@dora:hirundo.example");
    }

    @Test
    void whether_the_user_or_the_password_is_wrong_is_not_told() {
        registers("dora");
        for (var login : List.of(
                login("dora", "wrong horse"),
                login("nobody", PASSWORD),
                login("@dora:elsewhere.example", PASSWORD),
                login("not:a:user", PASSWORD),
                login("dora", "x".repeat(100_000)),
                login("dora", PASSWORD)
                        .with(
                                "identifier",
                                JsonObject.of("type", "m.id.thirdparty").with("medium", "email")),
                login("dora", PASSWORD).with("identifier", JsonObject.of("type", "m.id.phone")),
                login("dora", PASSWORD).with("identifier", JsonObject.of("medium", "email")))) {
            assertThatThrownBy(() -> logsIn(login))
                    .isInstanceOf(Forbidden.class)
                    .hasMessage("Invalid username or password");
        }
    }

    @Test
    void a_login_that_is_none_is_refused() {
        registers("dora");
        assertThatThrownBy(() -> logsIn(JsonObject.EMPTY)).isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> logsIn(login("dora", PASSWORD).without("password")))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> logsIn(login("dora", PASSWORD).without("identifier")))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> logsIn(login("dora", PASSWORD).with("type", "m.login.magic")))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(
                        () -> logsIn(login("dora", PASSWORD).with("identifier", JsonObject.of("type", "m.id.magic"))))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void where_passwords_are_not_for_logging_in_nobody_does() {
        registers("dora");
        var config = new PasswordConfig(PasswordPolicy.DEFAULT, false, false);
        try (var server = Server.on(storage()).with(PasswordConfig.class, config)) {
            assertThat(server.get(LoginFlows.class).types()).containsExactly("m.login.application_service");
            assertThatThrownBy(() -> server.get(LogIn.class).logIn(new LogIn.Login(login("dora", PASSWORD), ADDRESS)))
                    .isInstanceOf(Unknown.class);
        }
        assertThat(the(LoginFlows.class).types())
                .containsExactly("m.login.password", "m.login.token", "m.login.application_service");
    }

    @Test
    void guessing_ends_before_long_also_for_the_right_guess() {
        var dora = registers("dora");
        try (var server = Server.on(storage()).with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            var logIn = server.get(LogIn.class);
            int burst = RateLimitConfig.DEFAULT.failedLogin().burst();
            for (int i = 0; i < burst; i++) {
                var guess = new LogIn.Login(login("dora", "guess " + i), "192.0.2." + i);
                assertThatThrownBy(() -> logIn.logIn(guess)).isInstanceOf(Forbidden.class);
            }
            var right = new LogIn.Login(login("dora", PASSWORD), "192.0.2.99");
            assertThatThrownBy(() -> logIn.logIn(right)).isInstanceOf(LimitExceeded.class);

            server.clock().pass(Duration.ofMinutes(1));
            assertThat(logIn.logIn(right).user()).isEqualTo(dora.user());
        }
    }

    @Test
    void a_new_device_gets_the_name_that_is_given_and_a_known_one_keeps_its_own() {
        var dora = registers("dora");
        var named =
                login("dora", PASSWORD).with("device_id", "TABLET").with("initial_device_display_name", "My tablet");
        logsIn(named);
        logsIn(named.with("initial_device_display_name", "Something else"));

        assertThat(storage().sessions().device(dora.user(), new DeviceId("TABLET")))
                .get()
                .satisfies(device -> assertThat(device.displayName()).contains("My tablet"));
        assertThat(devices(dora)).hasSize(2);
    }

    @Test
    void logging_in_again_on_a_device_ends_what_it_had_before() {
        var dora = registers("dora");
        var first = logsInRefreshing(dora, "TABLET");
        var other = logsInRefreshing(dora, "LAPTOP");
        authenticated(access(first.tokens()));
        var second = logsInRefreshing(dora, "TABLET");

        assertUnknown(access(first.tokens()), false);
        assertThatThrownBy(() -> refreshes(refresh(first.tokens()))).isInstanceOf(UnknownToken.class);
        assertThat(authenticated(access(second.tokens())).device()).isEqualTo(new DeviceId("TABLET"));
        assertThat(authenticated(access(other.tokens())).device()).isEqualTo(new DeviceId("LAPTOP"));
    }

    @Test
    void a_device_has_no_name_that_could_be_taken_for_a_key() {
        var dora = registers("dora");
        var key = Keys.of(7);
        the(Committer.class)
                .commit(new DeviceKeysChange(dora.user(), Map.of(), Map.of("master", key.master(dora.user()))));

        assertThatThrownBy(() -> logsIn(login("dora", PASSWORD).with("device_id", key.publicKey())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> logsIn(login("dora", PASSWORD).with("device_id", "")))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> logsIn(login("dora", PASSWORD).with("device_id", "x".repeat(256))))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    @Tag("easily-missed-4")
    void tokens_that_are_none_are_good_for_nothing() {
        registers("dora");
        for (var none : List.of("nonsense", "hirundo_at_" + "x".repeat(43), "x".repeat(10_000), "\u0000", "ä")) {
            assertUnknown(none, false);
        }
        assertThatThrownBy(() -> authenticated("")).isInstanceOf(MissingToken.class);
        assertThatThrownBy(() -> the(Authenticate.class)
                        .authenticate(new Authenticate.Credentials(Optional.empty(), ADDRESS, false)))
                .isInstanceOf(MissingToken.class);
    }

    @Test
    void a_refresh_token_is_no_access_token_and_the_other_way_round() {
        var dora = registers("dora");
        var session = logsInRefreshing(dora, "TABLET");

        assertUnknown(refresh(session.tokens()), false);
        assertThatThrownBy(() -> refreshes(access(session.tokens()))).isInstanceOf(UnknownToken.class);
        assertThatThrownBy(() -> refreshes("")).isInstanceOf(UnknownToken.class);
    }

    @Test
    @Tag("easily-missed-4")
    void the_tokens_of_clients_that_refresh_end_and_the_device_lives_on() {
        var dora = registers("dora");
        var session = logsInRefreshing(dora, "TABLET");
        assertThat(session.tokens().expiresIn()).contains(Duration.ofHours(1));
        authenticated(access(session.tokens()));

        server().clock().pass(Duration.ofHours(1));

        assertUnknown(access(session.tokens()), true);
        assertThat(authenticated(access(refreshes(refresh(session.tokens())))).device())
                .isEqualTo(new DeviceId("TABLET"));
    }

    @Test
    void old_tokens_are_good_until_one_of_the_new_is_used() {
        var dora = registers("dora");
        var first = logsInRefreshing(dora, "TABLET").tokens();
        var second = refreshes(refresh(first));

        assertThat(authenticated(access(first)).user()).isEqualTo(dora.user());
        assertThat(refreshes(refresh(first))).isNotNull();
        var third = refreshes(refresh(first));
        authenticated(access(first));
        assertThat(authenticated(access(third)).user()).isEqualTo(dora.user());

        assertUnknown(access(first), false);
        assertUnknown(access(second), false);
        assertThatThrownBy(() -> refreshes(refresh(first))).isInstanceOf(UnknownToken.class);
        assertThat(authenticated(access(third)).user()).isEqualTo(dora.user());
    }

    @Test
    void the_new_refresh_token_ends_the_old_ones_too() {
        var dora = registers("dora");
        var first = logsInRefreshing(dora, "TABLET").tokens();
        var second = refreshes(refresh(first));
        authenticated(access(first));
        var third = refreshes(refresh(second));

        assertUnknown(access(first), false);
        assertThatThrownBy(() -> refreshes(refresh(first))).isInstanceOf(UnknownToken.class);
        assertThat(authenticated(access(second)).user()).isEqualTo(dora.user());
        assertThat(authenticated(access(third)).user()).isEqualTo(dora.user());
        assertUnknown(access(second), false);
    }

    @Test
    @Tag("easily-missed-4")
    void refresh_tokens_end_when_they_are_not_used_if_that_is_wanted() {
        var dora = registers("dora");
        var config = new SessionConfig(
                Duration.ofHours(1), Optional.of(Duration.ofDays(1)), Optional.of(Duration.ofDays(7)));
        try (var server = Server.on(storage()).with(SessionConfig.class, config)) {
            var logIn = server.get(LogIn.class);
            var refreshing = logIn.logIn(
                    new LogIn.Login(login("dora", PASSWORD).with("refresh_token", JsonBoolean.TRUE), ADDRESS));
            var plain = logIn.logIn(new LogIn.Login(login("dora", PASSWORD), ADDRESS));
            assertThat(plain.tokens().expiresIn()).contains(Duration.ofDays(1));
            server.clock().pass(Duration.ofDays(7));

            var late =
                    new RefreshSession.Refresh(JsonObject.of("refresh_token", refresh(refreshing.tokens())), ADDRESS);
            assertThatThrownBy(() -> server.get(RefreshSession.class).refresh(late))
                    .isInstanceOfSatisfying(UnknownToken.class, unknown -> assertThat(unknown.softLogout())
                            .isTrue());
            var credentials = new Authenticate.Credentials(Optional.of(access(plain.tokens())), ADDRESS, false);
            assertThatThrownBy(() -> server.get(Authenticate.class).authenticate(credentials))
                    .isInstanceOfSatisfying(UnknownToken.class, unknown -> assertThat(unknown.softLogout())
                            .isTrue());
        }
        assertThat(dora.user()).isNotNull();
    }

    @Test
    @Tag("easily-missed-3")
    void a_transaction_belongs_to_the_device_and_not_to_its_token() {
        var dora = registers("dora");
        var session = logsInRefreshing(dora, "TABLET").tokens();
        var room = created(aPublicRoomOf(dora));
        var first = says(authenticated(access(session)), room, "hello", "txn");
        var fresh = authenticated(access(refreshes(refresh(session))));
        var again = says(fresh, room, "hello", "txn");

        assertThat(again).isEqualTo(first);
        assertThat(the(ReadEvent.class).read(fresh, room, first).unsigned().string("transaction_id"))
                .contains("txn");
        assertThat(texts(dora, room)).containsExactly("hello");
        var laptop = logsInRefreshing(dora, "LAPTOP").tokens();
        assertThat(says(authenticated(access(laptop)), room, "hello", "txn")).isNotEqualTo(first);
    }

    @Test
    @Tag("easily-missed-4")
    void logging_out_ends_this_session_and_no_other() {
        var dora = registers("dora");
        var phone = logsIn(dora.user());
        var laptop = logsIn(dora.user());
        var asking = requester(phone);
        requester(laptop);

        the(LogOut.class).logOut(asking);

        assertUnknown(access(phone.tokens()), false);
        assertThat(requester(laptop).device()).isEqualTo(laptop.device());
        assertThat(devices(dora)).doesNotContain(phone.device()).contains(laptop.device());
        restart();
        assertUnknown(access(phone.tokens()), false);
    }

    @Test
    void logging_out_everywhere_ends_all_sessions() {
        var dora = registers("dora");
        var sessions = List.of(logsIn(dora.user()), logsIn(dora.user()));
        var emil = registers("emil");
        var emils = logsIn(emil.user());
        sessions.forEach(this::requester);

        the(LogOutEverywhere.class).logOut(requester(sessions.getFirst()));

        sessions.forEach(session -> assertUnknown(access(session.tokens()), false));
        assertThat(devices(dora)).isEmpty();
        assertThat(requester(emils).user()).isEqualTo(emil.user());
    }

    @Test
    void sessions_outlive_a_restart() {
        var dora = registers("dora");
        var session = logsIn(dora.user());
        restart();
        assertThat(requester(session)).isEqualTo(requester(session));
        assertThat(requester(session).user()).isEqualTo(dora.user());
    }

    @Test
    @Tag("easily-missed-4")
    void a_locked_user_can_only_log_out_and_is_told_so() {
        var dora = registers("dora");
        var session = logsInRefreshing(dora, "TABLET");
        the(LockAccount.class).lock(promoted(registers("root")), dora.user(), true);

        assertThatThrownBy(() -> requester(session)).isInstanceOf(UserLocked.class);
        assertThatThrownBy(() -> logsIn(dora.user())).isInstanceOf(UserLocked.class);
        assertThatThrownBy(() -> refreshes(refresh(session.tokens()))).isInstanceOf(UserLocked.class);
        assertThatThrownBy(() -> logsIn(login("dora", "wrong horse"))).isInstanceOf(Forbidden.class);
        var leaving = the(Authenticate.class)
                .authenticate(new Authenticate.Credentials(Optional.of(access(session.tokens())), ADDRESS, true));
        the(LogOut.class).logOut(leaving);
        assertUnknown(access(session.tokens()), false);
    }

    @Test
    void when_and_from_where_a_device_was_used_is_noted() {
        var dora = registers("dora");
        var session = logsIn(dora.user());
        server().clock().pass(Duration.ofHours(3));
        the(Authenticate.class)
                .authenticate(
                        new Authenticate.Credentials(Optional.of(access(session.tokens())), "2001:db8::1", false));
        the(DeviceActivity.class).write();

        assertThat(storage().sessions().device(dora.user(), session.device()))
                .get()
                .satisfies(device -> {
                    assertThat(device.lastSeenAt()).contains(server().clock().instant());
                    assertThat(device.lastSeenIp()).contains("2001:db8::1");
                });
    }

    @Test
    void uses_are_written_by_later_ones() {
        var dora = registers("dora");
        var session = logsIn(dora.user());
        server().clock().pass(Duration.ofHours(3));
        requester(session);
        server().clock().pass(Duration.ofMinutes(1));
        requester(session);

        eventually(() -> storage()
                .sessions()
                .device(dora.user(), session.device())
                .flatMap(Device::lastSeenAt)
                .equals(Optional.of(server().clock().instant())));
    }

    @Test
    void a_removed_device_is_not_noted_any_more() {
        var dora = registers("dora");
        var session = logsIn(dora.user());
        var asking = requester(session);
        the(Sessions.class).end(dora.user(), Set.of(asking.device()));
        the(DeviceActivity.class).write();

        assertThat(devices(dora)).doesNotContain(session.device());
        assertThat(UserId.find("@dora:hirundo.example")).contains(dora.user());
    }
}
