package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.account.ChangePassword;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.account.GetCapabilities;
import org.hirundo.application.account.ReadAccountStatuses;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.accountdata.SetAccountData;
import org.hirundo.application.admin.GetModeration;
import org.hirundo.application.admin.GetModeration.Moderation;
import org.hirundo.application.admin.LockAccount;
import org.hirundo.application.admin.SuspendAccount;
import org.hirundo.application.admin.WhoIs;
import org.hirundo.application.backup.CreateBackup;
import org.hirundo.application.backup.PutRoomKeys;
import org.hirundo.application.backup.Selection;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.ProfileConfig;
import org.hirundo.application.config.RoomConfig;
import org.hirundo.application.login.LogOut;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.profile.GetProfile;
import org.hirundo.application.profile.SetProfileField;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.account.PasswordPolicy;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.UserDeactivated;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.error.UserSuspended;
import org.hirundo.domain.error.WeakPassword;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;
import org.hirundo.domain.profile.ProfileFieldsPolicy;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of accounts: their passwords, their end, and what administrators do to them. */
public abstract class AccountStory extends PeopleStory {

    private static final JsonObject NEW_PASSWORD = JsonObject.of("new_password", "battery staple");

    private void changesPassword(Requester user, JsonObject body) {
        the(ChangePassword.class).change(new ChangePassword.Change(Optional.of(user), body, ADDRESS));
    }

    private Requester guest() {
        return requester(the(RegisterAccount.class)
                .register(new RegisterAccount.Registration("guest", JsonObject.EMPTY, ADDRESS))
                .session()
                .orElseThrow());
    }

    private void deactivates(Requester user, JsonObject body) {
        the(DeactivateAccount.class).deactivate(user, authenticated(user, body));
    }

    private List<String> devices(UserId user) {
        return storage().sessions().devices(user).stream()
                .map(device -> device.id().value())
                .toList();
    }

    @Test
    void a_new_password_takes_the_place_of_the_old_one_and_ends_the_other_sessions() {
        var dora = registers("dora");
        var laptop = logsIn(dora.user());
        requester(laptop);
        assertThat(challenge(() -> changesPassword(dora, NEW_PASSWORD)).flows())
                .containsExactly(List.of("m.login.password"));

        changesPassword(dora, authenticated(dora, NEW_PASSWORD));

        assertThatThrownBy(() -> logsIn(dora.user())).isInstanceOf(Forbidden.class);
        assertThat(logsIn(login("dora", "battery staple")).user()).isEqualTo(dora.user());
        assertThatThrownBy(() -> requester(laptop)).isInstanceOf(UnknownToken.class);
        assertThat(devices(dora.user()))
                .contains(dora.device().value())
                .doesNotContain(laptop.device().value());
    }

    @Test
    void other_sessions_stay_when_that_is_wanted() {
        var dora = registers("dora");
        var laptop = logsIn(dora.user());
        changesPassword(dora, authenticated(dora, NEW_PASSWORD.with("logout_devices", JsonBoolean.FALSE)));

        assertThat(requester(laptop).user()).isEqualTo(dora.user());
    }

    @Test
    void a_password_is_not_changed_without_the_old_one_or_to_a_weak_one() {
        var dora = registers("dora");
        assertThatThrownBy(() -> changesPassword(dora, authenticated(dora, JsonObject.of("new_password", "short"))))
                .isInstanceOf(WeakPassword.class);
        assertThatThrownBy(() -> changesPassword(dora, authenticated(dora, JsonObject.EMPTY)))
                .isInstanceOf(MissingParam.class);
        var wrong = NEW_PASSWORD.with("auth", passwordOf("dora", "a guess"));
        assertThat(challenge(() -> changesPassword(dora, wrong)).failure()).isPresent();
        assertThat(logsIn(dora.user()).user()).isEqualTo(dora.user());
    }

    @Test
    void where_passwords_stay_as_they_are_nobody_changes_one() {
        var dora = registers("dora");
        var config = new PasswordConfig(PasswordPolicy.DEFAULT, true, false);
        try (var server = Server.on(storage()).with(PasswordConfig.class, config)) {
            assertThatThrownBy(() -> server.get(ChangePassword.class)
                            .change(new ChangePassword.Change(
                                    Optional.of(dora), authenticated(dora, NEW_PASSWORD), ADDRESS)))
                    .isInstanceOf(Forbidden.class);
            assertThat(server.get(GetCapabilities.class).capabilities(dora).object("m.change_password"))
                    .contains(JsonObject.of("enabled", JsonBoolean.FALSE));
        }
    }

    @Test
    void a_closed_account_is_closed_for_ever() {
        var dora = registers("dora");
        var session = logsIn(dora.user());
        requester(session);
        assertThat(challenge(() -> the(DeactivateAccount.class).deactivate(dora, JsonObject.EMPTY))
                        .flows())
                .containsExactly(List.of("m.login.password"));

        deactivates(dora, JsonObject.EMPTY);

        assertThatThrownBy(() -> requester(session)).isInstanceOf(UnknownToken.class);
        assertThatThrownBy(() -> logsIn(dora.user())).isInstanceOf(UserDeactivated.class);
        assertThatThrownBy(() -> registers("dora")).isInstanceOf(UserInUse.class);
        assertThat(devices(dora.user())).isEmpty();
        assertThat(storage().accounts().find(dora.user()).orElseThrow().erased())
                .isFalse();
    }

    @Test
    void everybody_but_guests_is_told_which_accounts_there_are() {
        var dora = registers("dora");
        var emil = registers("emil");
        deactivates(emil, JsonObject.EMPTY);
        var nobody = UserId.parse("@nobody:hirundo.example");
        var stranger = UserId.parse("@stranger:elsewhere.example");

        var told = the(ReadAccountStatuses.class).read(dora, Set.of(dora.user(), emil.user(), nobody, stranger));
        assertThat(told.known())
                .isEqualTo(Map.of(
                        dora.user(),
                        new ReadAccountStatuses.Status(true, false),
                        emil.user(),
                        new ReadAccountStatuses.Status(true, true),
                        nobody,
                        new ReadAccountStatuses.Status(false, false)));
        assertThat(told.failures()).containsExactly(stranger);
        assertThatThrownBy(() -> the(ReadAccountStatuses.class).read(guest(), Set.of(dora.user())))
                .isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void who_closes_an_account_leaves_all_rooms() {
        var dora = registers("dora");
        var joined = created(aPublicRoomOf(ALICE));
        joins(dora, joined);
        var invited = created(aRoomOf(ALICE));
        invites(ALICE, invited, dora);

        deactivates(dora, JsonObject.EMPTY);

        assertThat(membership(dora.user(), joined)).contains(Membership.LEAVE);
        assertThat(membership(dora.user(), invited)).contains(Membership.LEAVE);
    }

    @Test
    void who_wants_to_be_erased_leaves_nothing_behind_but_the_name() {
        var dora = registers("dora");
        the(SetProfileField.class)
                .set(dora, dora.user(), ProfileField.DISPLAY_NAME, JsonObject.of("displayname", "Dora"));
        the(SetAccountData.class)
                .set(
                        dora,
                        dora.user(),
                        Optional.empty(),
                        new AccountDataType("org.example.diary"),
                        JsonObject.of("a", "b"));
        var backup = JsonObject.of("algorithm", "m.megolm_backup.v1.curve25519-aes-sha2")
                .with("auth_data", JsonObject.EMPTY);
        the(CreateBackup.class).create(dora, backup);
        the(CreateBackup.class).create(dora, backup);

        deactivates(dora, JsonObject.of("erase", JsonBoolean.TRUE));

        assertThat(storage().accounts().find(dora.user()).orElseThrow().erased())
                .isTrue();
        assertThat(storage().profiles().find(dora.user()).orElse(JsonObject.EMPTY))
                .isEqualTo(JsonObject.EMPTY);
        assertThat(storage()
                        .accountData()
                        .changed(
                                dora.user(),
                                StreamPosition.START,
                                storage().stream().position()))
                .allSatisfy(entry -> assertThat(entry.content()).isEqualTo(JsonObject.EMPTY));
        assertThat(storage().keyBackups().current(dora.user())).isEmpty();
    }

    @Test
    void guests_have_no_password_to_change_and_no_account_to_close() {
        var guest = guest();

        assertThatThrownBy(() -> changesPassword(guest, NEW_PASSWORD)).isInstanceOf(GuestAccessForbidden.class);
        assertThatThrownBy(() -> deactivates(guest, JsonObject.EMPTY)).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void an_administrator_suspends_a_user_whose_sessions_know_at_once() {
        var root = promoted(registers("root"));
        var dora = logsIn(registers("dora").user());
        assertThat(requester(dora).suspended()).isFalse();

        the(SuspendAccount.class).suspend(root, dora.user(), true);

        assertThat(requester(dora).suspended()).isTrue();
        assertThat(requester(logsIn(dora.user())).suspended()).isTrue();
        assertThatThrownBy(() -> the(SetProfileField.class)
                        .set(
                                requester(dora),
                                dora.user(),
                                ProfileField.DISPLAY_NAME,
                                JsonObject.of("displayname", "D")))
                .isInstanceOf(UserSuspended.class);
        assertThat(the(GetModeration.class).get(root, dora.user())).isEqualTo(new Moderation(false, true));
        the(SuspendAccount.class).suspend(root, dora.user(), false);
        assertThat(requester(dora).suspended()).isFalse();
    }

    @Test
    @Tag("easily-missed-4")
    void who_is_suspended_still_reads_syncs_and_backs_up_keys() {
        var root = promoted(registers("root"));
        var session = logsIn(registers("dora").user());
        var room = created(aPublicRoomOf(root));
        joins(requester(session), room);
        says(root, room, "hello");
        the(SuspendAccount.class).suspend(root, session.user(), true);
        var dora = requester(session);

        var answer = SyncAsking.of(server(), dora).now();
        assertThat(answer.rooms().joined()).containsOnlyKeys(room);
        assertThat(texts(dora, room)).containsExactly("hello");
        var backup = JsonObject.of("algorithm", "m.megolm_backup.v1.curve25519-aes-sha2")
                .with("auth_data", JsonObject.of("public_key", "abc"));
        var version = the(CreateBackup.class).create(dora, backup);
        var key = JsonObject.of("is_verified", JsonBoolean.TRUE)
                .with("first_message_index", 0)
                .with("forwarded_count", 0)
                .with("session_data", JsonObject.EMPTY);
        var place = new Selection(version, Optional.of(room), Optional.of("session"));
        assertThat(the(PutRoomKeys.class).put(dora, place, key).count()).isEqualTo(1);
        assertThatThrownBy(() -> says(dora, room, "hello yourself")).isInstanceOf(UserSuspended.class);
        the(LogOut.class).logOut(dora);
    }

    @Test
    void a_lock_can_be_lifted_again_and_the_sessions_go_on() {
        var root = promoted(registers("root"));
        var dora = logsIn(registers("dora").user());
        the(LockAccount.class).lock(root, dora.user(), true);
        assertThat(the(GetModeration.class).get(root, dora.user())).isEqualTo(new Moderation(true, false));

        the(LockAccount.class).lock(root, dora.user(), false);

        assertThat(requester(dora).user()).isEqualTo(dora.user());
    }

    @Test
    void only_administrators_moderate_and_neither_each_other_nor_themselves() {
        var root = promoted(registers("root"));
        var toor = promoted(registers("toor"));
        var dora = registers("dora");
        var emil = registers("emil");

        assertThatThrownBy(() -> the(LockAccount.class).lock(dora, emil.user(), true))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(GetModeration.class).get(dora, emil.user()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(GetModeration.class).get(dora, UserId.create("nobody", Server.NAME)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(LockAccount.class).lock(root, root.user(), true))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(SuspendAccount.class).suspend(root, toor.user(), true))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(GetModeration.class).get(root, toor.user()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(LockAccount.class).lock(root, UserId.parse("@dora:elsewhere.example"), true))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> the(LockAccount.class).lock(root, UserId.create("nobody", Server.NAME), true))
                .isInstanceOf(NotFound.class);
        deactivates(emil, JsonObject.EMPTY);
        assertThatThrownBy(() -> the(LockAccount.class).lock(root, emil.user(), true))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void users_see_their_own_sessions_and_administrators_those_of_all() {
        var root = promoted(registers("root"));
        var dora = registers("dora");
        Sessions.Opened other = logsIn(dora.user());
        var expected = Set.of(dora.device(), other.device());

        assertThat(the(WhoIs.class).devices(dora, dora.user()).stream().map(Device::id))
                .hasSameElementsAs(expected);
        assertThat(the(WhoIs.class).devices(root, dora.user()).stream().map(Device::id))
                .hasSameElementsAs(expected);
        assertThatThrownBy(() -> the(WhoIs.class).devices(dora, root.user())).isInstanceOf(Forbidden.class);
    }

    @Test
    void capabilities_say_what_the_server_can_do_for_a_user() {
        var dora = registers("dora");
        var capabilities = the(GetCapabilities.class).capabilities(dora);

        assertThat(capabilities.object("m.room_versions").flatMap(versions -> versions.string("default")))
                .contains("12");
        assertThat(capabilities
                        .object("m.room_versions")
                        .flatMap(versions -> versions.object("available"))
                        .flatMap(available -> available.string("1")))
                .contains("stable");
        assertThat(capabilities
                        .object("m.room_versions")
                        .flatMap(versions -> versions.object("available"))
                        .flatMap(available -> available.string("org.matrix.msc3757.10")))
                .contains("unstable");
        assertThat(capabilities.object("m.change_password")).contains(JsonObject.of("enabled", JsonBoolean.TRUE));
        assertThat(capabilities.has("m.account_moderation")).isFalse();
        assertThat(the(GetCapabilities.class)
                        .capabilities(promoted(dora))
                        .object("m.account_moderation")
                        .flatMap(moderation -> moderation.bool("lock")))
                .contains(true);
    }

    @Test
    void capabilities_name_the_version_that_new_rooms_have_here() {
        var dora = registers("dora");
        try (var server = Server.on(storage()).with(RoomConfig.class, new RoomConfig(RoomVersion.V11))) {
            assertThat(server.get(GetCapabilities.class)
                            .capabilities(dora)
                            .object("m.room_versions")
                            .flatMap(versions -> versions.string("default")))
                    .contains("11");
        }
    }

    @Test
    void capabilities_name_the_fields_that_are_not_the_users() {
        var dora = registers("dora");
        var fields = new ProfileFieldsPolicy(true, Optional.empty(), Optional.of(Set.of(ProfileField.DISPLAY_NAME)));
        try (var server = Server.on(storage()).with(ProfileConfig.class, new ProfileConfig(fields))) {
            var capabilities = server.get(GetCapabilities.class).capabilities(dora);
            assertThat(capabilities.object("m.set_displayname")).contains(JsonObject.of("enabled", JsonBoolean.FALSE));
            assertThat(capabilities.object("m.set_avatar_url")).contains(JsonObject.of("enabled", JsonBoolean.TRUE));
            assertThat(capabilities.object("m.profile_fields").flatMap(known -> known.strings("disallowed")))
                    .contains(List.of("displayname"));
            assertThatThrownBy(() -> server.get(SetProfileField.class)
                            .set(dora, dora.user(), ProfileField.DISPLAY_NAME, JsonObject.of("displayname", "D")))
                    .isInstanceOf(Forbidden.class);
            assertThat(server.get(GetProfile.class).get(dora.user())).isEqualTo(JsonObject.of("displayname", "dora"));
        }
    }
}
