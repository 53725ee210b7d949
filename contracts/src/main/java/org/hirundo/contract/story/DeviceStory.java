package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.accountdata.GetAccountData;
import org.hirundo.application.accountdata.SetAccountData;
import org.hirundo.application.device.DeleteDevices;
import org.hirundo.application.device.GetDevice;
import org.hirundo.application.device.ListDevices;
import org.hirundo.application.device.RenameDevice;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.login.LogOut;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Managing one's devices. */
public abstract class DeviceStory extends PeopleStory {

    private List<DeviceId> devices(Requester user) {
        return the(ListDevices.class).list(user).stream().map(Device::id).toList();
    }

    private void renames(Requester user, DeviceId device, String name) {
        the(RenameDevice.class).rename(user, device, JsonObject.of("display_name", name));
    }

    private void deletes(Requester user, Set<DeviceId> devices) {
        the(DeleteDevices.class).delete(user, devices, authenticated(user, JsonObject.EMPTY));
    }

    @Test
    void users_see_their_own_devices_and_no_others() {
        var dora = registers("dora");
        var laptop = logsIn(dora.user());
        var emil = registers("emil");

        assertThat(devices(dora)).containsExactlyInAnyOrder(dora.device(), laptop.device());
        assertThat(the(GetDevice.class).get(dora, laptop.device()).lastSeenIp()).contains(ADDRESS);
        assertThatThrownBy(() -> the(GetDevice.class).get(dora, emil.device())).isInstanceOf(NotFound.class);
    }

    /** MSC3890. */
    @Test
    void with_a_device_goes_what_clients_noted_of_its_notifications() {
        var dora = registers("dora");
        var laptop = requester(logsIn(dora.user()));
        var silent = JsonObject.of("is_silenced", JsonBoolean.TRUE);
        var ofLaptop = new AccountDataType("org.matrix.msc3890.local_notification_settings." + laptop.device());
        var ofPhone = new AccountDataType("org.matrix.msc3890.local_notification_settings." + dora.device());
        for (var type : List.of(ofLaptop, ofPhone)) {
            the(SetAccountData.class).set(dora, dora.user(), Optional.empty(), type, silent);
        }

        the(LogOut.class).logOut(laptop);

        var read = the(GetAccountData.class);
        assertThatThrownBy(() -> read.get(dora, dora.user(), Optional.empty(), ofLaptop))
                .isInstanceOf(NotFound.class);
        assertThat(read.get(dora, dora.user(), Optional.empty(), ofPhone)).isEqualTo(silent);
    }

    @Test
    void a_device_gets_another_name() {
        var dora = registers("dora");
        renames(dora, dora.device(), "My phone");
        assertThat(the(GetDevice.class).get(dora, dora.device()).displayName()).contains("My phone");

        the(RenameDevice.class).rename(dora, dora.device(), JsonObject.EMPTY);
        assertThat(the(GetDevice.class).get(dora, dora.device()).displayName()).contains("My phone");
    }

    @Test
    void a_name_is_kept_whatever_characters_it_has() {
        var dora = registers("dora");
        for (var name : List.of("my\u0000phone", "my\u0001phone", " ", "", "\uD83D\uDCF1".repeat(255))) {
            renames(dora, dora.device(), name);
            assertThat(the(GetDevice.class).get(dora, dora.device()).displayName())
                    .contains(name);
        }
    }

    @Test
    void names_that_are_none_are_refused() {
        var dora = registers("dora");
        assertThatThrownBy(() -> renames(dora, new DeviceId("NONE"), "My phone"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(RenameDevice.class).rename(dora, new DeviceId("NONE"), JsonObject.EMPTY))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> renames(dora, dora.device(), "x".repeat(256))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> renames(dora, new DeviceId("x".repeat(10_000)), "My phone"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> renames(dora, new DeviceId("\u0000"), "My phone"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(RenameDevice.class)
                        .rename(dora, dora.device(), JsonObject.of("display_name", new JsonInteger(1))))
                .isInstanceOf(BadJson.class);
    }

    @Test
    void others_learn_of_the_name_of_a_device_with_keys_and_of_no_other() {
        var dora = registers("dora");
        var before = storage().stream().position();
        renames(dora, dora.device(), "One");
        assertThat(storage().stream().position()).isEqualTo(before);

        var keys = Keys.of(1).device(dora.user(), dora.device());
        the(UploadKeys.class).upload(dora, JsonObject.of("device_keys", keys));
        var published = storage().stream().position();
        renames(dora, dora.device(), "One");
        assertThat(storage().stream().position()).isEqualTo(published);
        renames(dora, dora.device(), "Two");

        assertThat(storage().deviceKeys().changed(published, storage().stream().position()))
                .containsExactly(dora.user());
        assertThat(storage().deviceKeys().deviceKeys(Set.of(dora.user())))
                .isEqualTo(Map.of(dora.user(), Map.of(dora.device(), keys)));
    }

    @Test
    void a_removed_device_is_logged_out() {
        var dora = registers("dora");
        var laptop = logsIn(dora.user());
        requester(laptop);
        var tablet = logsIn(dora.user());

        deletes(dora, Set.of(laptop.device()));

        assertThatThrownBy(() -> requester(laptop)).isInstanceOf(UnknownToken.class);
        assertThat(requester(tablet).device()).isEqualTo(tablet.device());
        assertThat(devices(dora)).containsExactlyInAnyOrder(dora.device(), tablet.device());
    }

    @Test
    void devices_that_are_not_there_can_be_removed_again_but_not_those_of_others() {
        var dora = registers("dora");
        var emil = registers("emil");
        deletes(dora, Set.of(new DeviceId("NONE"), emil.device()));
        deletes(dora, Set.of());

        assertThat(devices(emil)).containsExactly(emil.device());
        assertThat(devices(dora)).containsExactly(dora.device());
    }

    @Test
    void to_remove_a_device_takes_the_password_and_for_these_devices() {
        var dora = registers("dora");
        var laptop = logsIn(dora.user());
        var delete = the(DeleteDevices.class);
        var challenge = challenge(() -> delete.delete(dora, Set.of(laptop.device()), JsonObject.EMPTY));
        assertThat(challenge.flows()).containsExactly(List.of("m.login.password"));

        var auth = passwordOf("dora", "a guess").with("session", challenge.session());
        assertThat(challenge(() -> delete.delete(dora, Set.of(laptop.device()), JsonObject.of("auth", auth)))
                        .failure())
                .isPresent();
        assertThat(devices(dora)).hasSize(2);
        var right = JsonObject.of("auth", passwordOf("dora", PASSWORD).with("session", challenge.session()));
        assertThatThrownBy(() -> delete.delete(dora, Set.of(dora.device()), right))
                .isInstanceOf(Forbidden.class);
        delete.delete(dora, Set.of(laptop.device()), right);
        assertThat(devices(dora)).containsExactly(dora.device());
    }

    @Test
    void with_a_device_its_keys_are_gone() {
        var dora = registers("dora");
        var laptop = requester(logsIn(dora.user()));
        the(UploadKeys.class)
                .upload(laptop, JsonObject.of("device_keys", Keys.of(1).device(dora.user(), laptop.device())));
        var before = storage().stream().position();

        deletes(dora, Set.of(laptop.device()));

        assertThat(storage().deviceKeys().deviceKeys(Set.of(dora.user()))).isEmpty();
        assertThat(storage().deviceKeys().changed(before, storage().stream().position()))
                .containsExactly(dora.user());
    }
}
