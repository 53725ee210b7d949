package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.account.CreateServiceSenders;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.account.RegisterServiceUser;
import org.hirundo.application.admin.LockAccount;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.device.DeleteDevices;
import org.hirundo.application.device.RenameDevice;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.directory.DeleteAlias;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.login.LogIn;
import org.hirundo.application.login.LogInServiceUser;
import org.hirundo.application.login.LogOut;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.Authenticate.Assertion;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.error.AppserviceLoginUnsupported;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.error.UnknownDevice;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Who application services are, and what they may do that others may not. */
public abstract class ServiceIdentityStory extends ServiceStory {

    private static final DeviceId PHONE = new DeviceId("BRIDGED");

    private static Assertion user(String id) {
        return new Assertion(Optional.of(id), Optional.empty());
    }

    private static Assertion device(String user, String device) {
        return new Assertion(Optional.of(user), Optional.of(device));
    }

    private static RoomAlias alias(String localpart) {
        return new RoomAlias(localpart, Server.NAME);
    }

    @Test
    void a_service_is_its_sender_from_the_beginning() {
        var bot = as(Bridges.IRC);

        assertThat(bot.user()).hasToString("@irc:hirundo.example");
        assertThat(bot.kind()).isEqualTo(Requester.Kind.APPSERVICE);
        assertThat(bot.askingService()).contains(Bridges.IRC);
        assertThat(bot.device()).isEqualTo(Requester.NO_DEVICE);
        restart();
        the(CreateServiceSenders.class).create();
        assertThat(as(Bridges.IRC)).isEqualTo(bot);
    }

    @Test
    void a_service_is_any_of_its_users_who_are_registered() {
        var dora = as(Bridges.IRC, "_bridge_dora");

        assertThat(dora.user()).hasToString("@_bridge_dora:hirundo.example");
        assertThat(dora.admin()).isFalse();
        assertThat(storage().profiles().find(dora.user()).orElseThrow().string("displayname"))
                .contains("_bridge_dora");
        assertThatThrownBy(() -> asking(Bridges.IRC, user("@_bridge_emil:hirundo.example")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_service_is_nobody_else() {
        registers("dora");
        as(Bridges.IRC, "_bridge_dora");
        for (var stranger : List.of(
                "@dora:hirundo.example",
                "@irc:hirundo.example",
                "@_bridge_dora:hirundo.example",
                "@echo_:elsewhere.org")) {
            assertThatThrownBy(() -> asking(Bridges.ECHO, user(stranger)))
                    .as(stranger)
                    .isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> asking(Bridges.IRC, user("dora"))).isInstanceOf(InvalidParam.class);
    }

    @Test
    void of_everybody_else_no_assertion_is_believed() {
        var dora = registers("dora");
        var token = logsIn(dora.user()).tokens().access().reveal();
        as(Bridges.IRC, "_bridge_dora");
        var asserting = the(Authenticate.class)
                .authenticate(new Authenticate.Credentials(
                        Optional.of(token), ADDRESS, false, device("@_bridge_dora:hirundo.example", "NONE")));

        assertThat(asserting.user()).isEqualTo(dora.user());
        assertThat(asserting.askingService()).isEmpty();
        assertThatThrownBy(() -> authenticated(Bridges.IRC.hsToken().reveal())).isInstanceOf(UnknownToken.class);
        assertThatThrownBy(() -> authenticated(Bridges.IRC.asToken().hash())).isInstanceOf(UnknownToken.class);
        assertThatThrownBy(() -> authenticated(Bridges.IRC.asToken().hash() + " @irc:hirundo.example "))
                .isInstanceOf(UnknownToken.class);
    }

    @Test
    void a_locked_or_deactivated_user_is_locked_for_the_service_too() {
        var dora = as(Bridges.IRC, "_bridge_dora");
        var emil = as(Bridges.IRC, "_bridge_emil");
        the(LockAccount.class).lock(promoted(registers("root")), dora.user(), true);
        assertThatThrownBy(() -> as(Bridges.IRC, "_bridge_dora")).isInstanceOf(UserLocked.class);

        the(DeactivateAccount.class).deactivate(emil, JsonObject.EMPTY);
        assertThatThrownBy(() -> as(Bridges.IRC, "_bridge_emil")).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_service_acts_on_devices_that_are_there() {
        var dora = as(Bridges.IRC, "_bridge_dora");
        var id = dora.user().toString();
        assertThatThrownBy(() -> asking(Bridges.IRC, device(id, PHONE.value()))).isInstanceOf(UnknownDevice.class);

        assertThat(the(RenameDevice.class).rename(dora, PHONE, JsonObject.of("display_name", "Bridge")))
                .isTrue();
        assertThat(the(RenameDevice.class).rename(dora, PHONE, JsonObject.of("display_name", "The bridge")))
                .isFalse();
        var onPhone = asking(Bridges.IRC, device(id, PHONE.value()));
        assertThat(onPhone.device()).isEqualTo(PHONE);
        assertThat(storage().sessions().device(dora.user(), PHONE).orElseThrow().displayName())
                .contains("The bridge");
        assertThatThrownBy(() -> asking(Bridges.IRC, new Assertion(Optional.empty(), Optional.of(PHONE.value()))))
                .isInstanceOf(UnknownDevice.class);

        the(DeleteDevices.class).delete(dora, Set.of(PHONE), JsonObject.EMPTY);
        assertThatThrownBy(() -> asking(Bridges.IRC, device(id, PHONE.value()))).isInstanceOf(UnknownDevice.class);
    }

    @Test
    void nobody_else_creates_devices() {
        var dora = registers("dora");
        assertThatThrownBy(() -> the(RenameDevice.class).rename(dora, PHONE, JsonObject.EMPTY))
                .isInstanceOf(NotFound.class);
        var own = requester(registersFor(Bridges.IRC, JsonObject.of("username", "_bridge_dora"))
                .session()
                .orElseThrow());
        assertThatThrownBy(() -> the(RenameDevice.class).rename(own, PHONE, JsonObject.EMPTY))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_belongs_to_a_device_needs_one() {
        var dora = as(Bridges.IRC, "_bridge_dora");
        assertThatThrownBy(() -> the(UploadKeys.class).upload(dora, JsonObject.EMPTY))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> the(LogOut.class).logOut(dora)).isInstanceOf(MissingParam.class);
        assertThat(syncs(dora).rooms().joined()).isEmpty();
    }

    @Test
    void a_service_registers_its_users_whoever_else_may_register() {
        try (var closed = Server.on(storage()).with(RegistrationConfig.class, RegistrationConfig.DEFAULT)) {
            var body = JsonObject.of("type", TYPE)
                    .with("username", "_bridge_dora")
                    .with("inhibit_login", JsonBoolean.TRUE);
            var registered = closed.get(RegisterServiceUser.class)
                    .register(new RegisterServiceUser.Registration(token(Bridges.IRC), body, ADDRESS));
            assertThat(registered.session()).isEmpty();
            assertThat(registered.user()).hasToString("@_bridge_dora:hirundo.example");
        }
        assertThatThrownBy(() -> registersFor(Bridges.IRC, "_bridge_dora")).isInstanceOf(UserInUse.class);
        assertThatThrownBy(() -> registersFor(Bridges.IRC, "irc")).isInstanceOf(UserInUse.class);
        for (var foreign : List.of("dora", "silent_dora", "echo_dora", "echo")) {
            assertThatThrownBy(() -> registersFor(Bridges.IRC, foreign)).isInstanceOf(Exclusive.class);
        }
    }

    @Test
    void a_user_of_a_service_cannot_log_in_by_password() {
        var dora = registersFor(Bridges.IRC, "_bridge_dora").user();
        assertThatThrownBy(() -> logsIn(login(dora.toString(), ""))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> logsIn(login(dora.toString(), PASSWORD))).isInstanceOf(Forbidden.class);
    }

    @Test
    void names_of_a_service_that_does_not_have_them_for_itself_can_be_had() {
        assertThat(registers("echo_dora").user()).hasToString("@echo_dora:hirundo.example");
        assertThatThrownBy(() -> registers("echo")).isInstanceOf(Exclusive.class);
    }

    @Test
    void a_token_is_needed_to_register_or_log_in_for_a_service() {
        var dora = registers("dora");
        var ordinary = Optional.of(logsIn(dora.user()).tokens().access().reveal());
        var body = JsonObject.of("type", TYPE).with("username", "_bridge_dora").with("user", "_bridge_dora");
        var register = the(RegisterServiceUser.class);
        for (var wrong : List.of(
                ordinary,
                Optional.of("as-irc2"),
                Optional.of(Bridges.IRC.hsToken().reveal()))) {
            assertThatThrownBy(() -> register.register(new RegisterServiceUser.Registration(wrong, body, ADDRESS)))
                    .isInstanceOf(UnknownToken.class);
            assertThatThrownBy(() -> logsInFor(wrong, body)).isInstanceOf(UnknownToken.class);
        }
        assertThatThrownBy(
                        () -> register.register(new RegisterServiceUser.Registration(Optional.empty(), body, ADDRESS)))
                .isInstanceOf(MissingToken.class);
        assertThatThrownBy(() -> logsInFor(Optional.empty(), body)).isInstanceOf(MissingToken.class);
        assertThatThrownBy(() -> the(LogIn.class).logIn(new LogIn.Login(body, ADDRESS)))
                .isInstanceOf(Unknown.class);
    }

    private Sessions.Opened logsInFor(Optional<String> token, JsonObject body) {
        return the(LogInServiceUser.class).logIn(new LogInServiceUser.Login(token, body, ADDRESS));
    }

    private static JsonObject login(String user) {
        return JsonObject.of("type", TYPE)
                .with("identifier", JsonObject.of("type", "m.id.user").with("user", user));
    }

    @Test
    void a_service_logs_its_users_in_who_then_have_tokens_of_their_own() {
        registersFor(Bridges.IRC, "_bridge_dora");
        var session = logsInFor(token(Bridges.IRC), login("_bridge_dora").with("device_id", PHONE.value()));
        var dora = requester(session);

        assertThat(session.device()).isEqualTo(PHONE);
        assertThat(dora.kind()).isEqualTo(Requester.Kind.APPSERVICE);
        assertThat(dora.askingService()).isEmpty();
        registers("dora");
        for (var foreign : List.of("dora", "@_bridge_dora:elsewhere.org", "echo")) {
            assertThatThrownBy(() -> logsInFor(token(Bridges.IRC), login(foreign)))
                    .as(foreign)
                    .isInstanceOf(Exclusive.class);
        }
        assertThatThrownBy(() -> logsInFor(token(Bridges.IRC), login("_bridge_emil")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> logsInFor(token(Bridges.SILENT), login("_bridge_dora")))
                .isInstanceOf(Exclusive.class);
    }

    @Test
    void a_service_that_creates_its_devices_gets_no_tokens() {
        assertThatThrownBy(() ->
                        registersFor(Bridges.ECHO, JsonObject.of("type", TYPE).with("username", "echo_dora")))
                .isInstanceOf(AppserviceLoginUnsupported.class);
        registersFor(Bridges.ECHO, "echo_dora");
        assertThatThrownBy(() -> logsInFor(token(Bridges.ECHO), login("echo_dora")))
                .isInstanceOf(AppserviceLoginUnsupported.class);
    }

    @Test
    void a_service_says_when_something_was_sent_and_nobody_else_does() {
        var dora = as(Bridges.IRC, "_bridge_dora");
        var room = created(aPublicRoomOf(dora));
        joins(BOB, room);

        assertThat(sentAt(sendsAt(dora, room, "1234567890123"))).isEqualTo(1_234_567_890_123L);
        assertThat(sentAt(setsAt(dora, room, "0"))).isZero();
        var now = server().clock().millis();
        assertThat(sentAt(sendsAt(BOB, room, "1234567890123"))).isEqualTo(now);
        assertThat(sentAt(sendsAt(BOB, room, "soon"))).isEqualTo(now);
        for (var wrong : List.of("soon", "-1", "1.5", "9007199254740992")) {
            assertThatThrownBy(() -> sendsAt(dora, room, wrong)).isInstanceOf(InvalidParam.class);
            assertThatThrownBy(() -> setsAt(dora, room, wrong)).isInstanceOf(InvalidParam.class);
        }
    }

    private EventId sendsAt(Requester user, RoomId room, String ts) {
        return the(SendMessage.class)
                .send(new SendMessage.Send(
                        user,
                        room,
                        EventType.MESSAGE,
                        new TransactionId(user + ts),
                        JsonObject.of("msgtype", "m.text").with("body", ts),
                        Optional.of(ts),
                        Optional.empty()));
    }

    private EventId setsAt(Requester user, RoomId room, String ts) {
        return the(SendState.class)
                .send(new SendState.Send(
                        user,
                        room,
                        EventType.TOPIC,
                        "",
                        JsonObject.of("topic", ts),
                        Optional.empty(),
                        Optional.of(ts),
                        Optional.empty()));
    }

    private long sentAt(EventId event) {
        return storage().events().events(Set.of(event)).get(event).event().originServerTs();
    }

    @Test
    void aliases_of_a_service_are_its_own_and_it_has_no_others() {
        var room = created(aPublicRoomOf(ALICE));
        var swallows = alias("_bridge_swallows");
        assertThatThrownBy(() -> creates(ALICE, swallows, room)).isInstanceOf(Exclusive.class);
        assertThatThrownBy(() -> created(named(aPublicRoomOf(ALICE), "_bridge_swallows")))
                .isInstanceOf(Exclusive.class);
        assertThatThrownBy(() -> creates(as(Bridges.ECHO), swallows, room)).isInstanceOf(Exclusive.class);
        assertThatThrownBy(() -> creates(as(Bridges.IRC), alias("swallows"), room))
                .isInstanceOf(Exclusive.class);

        creates(as(Bridges.IRC), swallows, room);
        assertThatThrownBy(() -> the(DeleteAlias.class).delete(ALICE, swallows)).isInstanceOf(Exclusive.class);
        assertThatThrownBy(() -> the(DeleteAlias.class).delete(as(Bridges.ECHO), swallows))
                .isInstanceOf(Exclusive.class);
        the(DeleteAlias.class).delete(as(Bridges.IRC, "_bridge_dora"), swallows);
        assertThat(storage().directory().find(swallows)).isEmpty();
        creates(ALICE, alias("echo_swallows"), room);
        the(DeleteAlias.class).delete(as(Bridges.ECHO), alias("echo_swallows"));
        assertThat(storage().directory().aliasesOf(room)).isEmpty();
    }

    private static NewRoom named(NewRoom room, String alias) {
        return room.toBuilder().aliasLocalpart(alias).build();
    }

    private void creates(Requester user, RoomAlias alias, RoomId room) {
        the(CreateAlias.class).create(new CreateAlias.Create(user, alias, room));
    }

    @Test
    void users_of_a_service_are_limited_where_its_registration_says_so_and_its_sender_is_not() {
        var limits = new RateLimiter(RateLimitConfig.DEFAULT, server().clock());

        assertThatCode(() -> spend(limits, as(Bridges.IRC, "_bridge_dora"))).doesNotThrowAnyException();
        assertThatCode(() -> spend(limits, as(Bridges.ECHO))).doesNotThrowAnyException();
        assertThatThrownBy(() -> spend(limits, as(Bridges.ECHO, "echo_dora"))).isInstanceOf(LimitExceeded.class);
    }

    private static void spend(RateLimiter limits, Requester requester) {
        for (int i = 0; i < 1000; i++) {
            limits.spend(requester, Cost.MESSAGE);
        }
    }
}
