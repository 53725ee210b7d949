package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.device.DeleteDevices;
import org.hirundo.application.device.ListDevices;
import org.hirundo.application.e2ee.ClaimKeys;
import org.hirundo.application.e2ee.DehydrateDevice;
import org.hirundo.application.e2ee.DeleteDehydratedDevice;
import org.hirundo.application.e2ee.GetDehydratedDevice;
import org.hirundo.application.e2ee.QueryKeys;
import org.hirundo.application.e2ee.ReadDehydratedInbox;
import org.hirundo.application.e2ee.ReadDehydratedInbox.Part;
import org.hirundo.application.e2ee.UploadCrossSigningKeys;
import org.hirundo.application.login.LogOutEverywhere;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.session.Requester;
import org.hirundo.application.todevice.SendToDevice;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A device waits for messages while nobody is signed in on it. */
public abstract class DehydratedDeviceStory extends PeopleStory {

    private static final DeviceId ASLEEP = new DeviceId("lyIgDU+/9wSkaNqzTZ4z");
    private static final DeviceId NEXT = new DeviceId("X3lUlvLELLYxeTx4yOVu");
    private static final JsonObject DATA =
            JsonObject.of("algorithm", "m.dehydration.v2").with("nonce", "abc").with("device_pickle", "secret");

    private int transactions;

    private static JsonObject upload(Requester user, DeviceId device) {
        var keys = Keys.of(7);
        return JsonObject.of("device_id", device.value())
                .with("device_data", DATA)
                .with("initial_device_display_name", "Dehydrated")
                .with("device_keys", keys.device(user.user(), device))
                .with(
                        "one_time_keys",
                        JsonObject.of("signed_curve25519:1", keys.oneTimeKey(user.user(), device, "one"))
                                .with("signed_curve25519:2", keys.oneTimeKey(user.user(), device, "two")))
                .with(
                        "fallback_keys",
                        JsonObject.of("signed_curve25519:f", keys.fallbackKey(user.user(), device, "fallback")));
    }

    private void dehydrates(Requester user, DeviceId device) {
        assertThat(the(DehydrateDevice.class).dehydrate(user, upload(user, device)))
                .isEqualTo(device);
    }

    private void sends(Requester sender, Requester to, String device, String text) {
        var messages = JsonObject.of(to.user().toString(), JsonObject.of(device, JsonObject.of("text", text)));
        the(SendToDevice.class)
                .send(
                        sender,
                        new SendToDevice.Send(
                                "m.room.encrypted",
                                new TransactionId("d" + ++transactions),
                                JsonObject.of("messages", messages)));
    }

    private Part reads(Requester user, DeviceId device, Optional<String> from, boolean forgetting) {
        return the(ReadDehydratedInbox.class).read(user, device, from, forgetting);
    }

    private static List<String> texts(Part part) {
        return part.messages().stream()
                .map(Message::content)
                .map(content -> content.string("text").orElseThrow())
                .toList();
    }

    private Set<DeviceId> queried(Requester asking, Requester owner) {
        return the(QueryKeys.class)
                .query(
                        asking,
                        JsonObject.of("device_keys", JsonObject.of(owner.user().toString(), JsonArray.EMPTY)))
                .devices()
                .get(owner.user())
                .keySet();
    }

    private List<DeviceId> listed(Requester user) {
        return the(ListDevices.class).list(user).stream().map(Device::id).toList();
    }

    @Test
    void a_device_is_left_and_found_on_another() {
        var dora = registers("dora");
        dehydrates(dora, ASLEEP);
        restart();
        var laptop = requester(logsIn(dora.user()));
        var found = the(GetDehydratedDevice.class).get(laptop);

        assertThat(found.device()).isEqualTo(ASLEEP);
        assertThat(found.data()).isEqualTo(DATA);
    }

    @Test
    void others_write_to_it_and_claim_its_keys_as_of_any_other_device() {
        var dora = registers("dora");
        var emil = registers("emil");
        dehydrates(dora, ASLEEP);
        sends(emil, dora, ASLEEP.value(), "to it");
        sends(emil, dora, "*", "to all");

        assertThat(queried(emil, dora)).containsExactly(ASLEEP);
        var claim = JsonObject.of(
                "one_time_keys",
                JsonObject.of(dora.user().toString(), JsonObject.of(ASLEEP.value(), "signed_curve25519")));
        assertThat(the(ClaimKeys.class)
                        .claim(emil, claim, ClaimKeys.Form.ONE)
                        .keys()
                        .get(new Claim(dora.user(), ASLEEP, "signed_curve25519"))
                        .getFirst()
                        .id()
                        .version())
                .isEqualTo("1");
        assertThat(texts(reads(dora, ASLEEP, Optional.empty(), false))).containsExactly("to it", "to all");
    }

    @Test
    void it_is_no_device_to_be_signed_in_on() {
        var dora = registers("dora");
        dehydrates(dora, ASLEEP);

        assertThat(listed(dora)).containsExactly(dora.device());
        assertThatThrownBy(() -> logsIn(login(dora.user().toString(), PASSWORD).with("device_id", ASLEEP.value())))
                .isInstanceOf(Forbidden.class);
        assertThat(logsIn(dora.user()).device()).isNotEqualTo(ASLEEP);
    }

    @Test
    void the_inbox_is_read_part_by_part_and_stays_until_it_is_asked_to_forget() {
        var dora = registers("dora");
        var emil = registers("emil");
        dehydrates(dora, ASLEEP);
        var sent = new ArrayList<String>();
        for (int number = 0; number < 150; number++) {
            sent.add("message " + number);
            sends(emil, dora, ASLEEP.value(), sent.getLast());
        }
        var first = reads(dora, ASLEEP, Optional.empty(), false);
        var second = reads(dora, ASLEEP, Optional.of(first.next()), false);
        assertThat(texts(first)).isEqualTo(sent.subList(0, 100));
        assertThat(first.more()).isTrue();
        assertThat(texts(second)).isEqualTo(sent.subList(100, 150));
        assertThat(second.more()).isFalse();
        assertThat(reads(dora, ASLEEP, Optional.of(second.next()), false).messages())
                .isEmpty();
        assertThat(reads(dora, ASLEEP, Optional.empty(), false)).isEqualTo(first);

        assertThat(reads(dora, ASLEEP, Optional.of(first.next()), true)).isEqualTo(second);
        assertThat(texts(reads(dora, ASLEEP, Optional.empty(), false))).isEqualTo(sent.subList(100, 150));
        assertThat(reads(dora, ASLEEP, Optional.of(second.next()), true).messages())
                .isEmpty();
        assertThat(reads(dora, ASLEEP, Optional.empty(), true).messages()).isEmpty();
    }

    @Test
    void a_new_one_takes_the_place_of_the_one_before() {
        var dora = registers("dora");
        var emil = registers("emil");
        dehydrates(dora, ASLEEP);
        sends(emil, dora, ASLEEP.value(), "lost");
        dehydrates(dora, NEXT);
        sends(emil, dora, "*", "found");

        assertThat(the(GetDehydratedDevice.class).get(dora).device()).isEqualTo(NEXT);
        assertThat(queried(emil, dora)).containsExactly(NEXT);
        assertThat(texts(reads(dora, NEXT, Optional.empty(), false))).containsExactly("found");
        assertThatThrownBy(() -> reads(dora, ASLEEP, Optional.empty(), false)).isInstanceOf(Forbidden.class);
        dehydrates(dora, NEXT);
        assertThat(reads(dora, NEXT, Optional.empty(), false).messages()).isEmpty();
    }

    @Test
    void it_is_removed_by_every_way_by_which_devices_are() {
        var dora = registers("dora");
        dehydrates(dora, ASLEEP);
        assertThat(the(DeleteDehydratedDevice.class).delete(dora)).isEqualTo(ASLEEP);
        assertThatThrownBy(() -> the(DeleteDehydratedDevice.class).delete(dora)).isInstanceOf(NotFound.class);

        dehydrates(dora, ASLEEP);
        the(DeleteDevices.class).delete(dora, Set.of(ASLEEP), authenticated(dora, JsonObject.EMPTY));
        assertThatThrownBy(() -> the(GetDehydratedDevice.class).get(dora)).isInstanceOf(NotFound.class);

        dehydrates(dora, ASLEEP);
        the(LogOutEverywhere.class).logOut(dora);
        var again = requester(logsIn(dora.user()));
        assertThatThrownBy(() -> the(GetDehydratedDevice.class).get(again)).isInstanceOf(NotFound.class);
        assertThat(queried(again, again)).isEmpty();
    }

    @Test
    void nobody_reads_or_removes_anothers() {
        var dora = registers("dora");
        var emil = registers("emil");
        dehydrates(dora, ASLEEP);
        sends(emil, dora, ASLEEP.value(), "private");

        assertThatThrownBy(() -> the(GetDehydratedDevice.class).get(emil)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reads(emil, ASLEEP, Optional.empty(), true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(DeleteDehydratedDevice.class).delete(emil)).isInstanceOf(NotFound.class);
        dehydrates(emil, ASLEEP);
        the(DeleteDehydratedDevice.class).delete(emil);
        assertThat(texts(reads(dora, ASLEEP, Optional.empty(), false))).containsExactly("private");
    }

    @Test
    void the_inbox_of_a_device_in_use_is_not_read_this_way() {
        var dora = registers("dora");
        var emil = registers("emil");
        dehydrates(dora, ASLEEP);
        sends(emil, dora, dora.device().value(), "for the phone");

        assertThatThrownBy(() -> reads(dora, dora.device(), Optional.empty(), true))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_device_in_use_cannot_be_dehydrated_nor_one_with_the_name_of_a_key() {
        var dora = registers("dora");
        var laptop = requester(logsIn(dora.user()));
        var master = Keys.of(1);
        the(UploadCrossSigningKeys.class).upload(dora, JsonObject.of("master_key", master.master(dora.user())));

        for (var device : List.of(dora.device(), laptop.device())) {
            assertThatThrownBy(() -> dehydrates(dora, device)).isInstanceOf(InvalidParam.class);
        }
        assertThatThrownBy(() -> dehydrates(dora, new DeviceId(master.publicKey())))
                .isInstanceOf(Forbidden.class);
        assertThat(listed(dora)).containsExactlyInAnyOrder(dora.device(), laptop.device());
    }

    @Test
    void what_is_no_dehydrated_device_is_refused() {
        var dora = registers("dora");
        var emil = registers("emil");
        var right = upload(dora, ASLEEP);
        var dehydrate = the(DehydrateDevice.class);
        for (var member : List.of("device_id", "device_data", "device_keys")) {
            assertThatThrownBy(() -> dehydrate.dehydrate(dora, right.without(member)))
                    .isInstanceOf(BadJson.class);
        }
        assertThatThrownBy(() -> dehydrate.dehydrate(dora, right.with("device_data", JsonObject.EMPTY)))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> dehydrate.dehydrate(dora, right.with("initial_device_display_name", JsonArray.EMPTY)))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(
                        () -> dehydrate.dehydrate(dora, right.with("device_data", DATA.with("x", "x".repeat(200_000)))))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> dehydrate.dehydrate(emil, right)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> dehydrate.dehydrate(dora, right.with("device_id", NEXT.value())))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> dehydrate.dehydrate(Server.guest("g"), right))
                .isInstanceOf(GuestAccessForbidden.class);
        assertThatThrownBy(() -> the(GetDehydratedDevice.class).get(dora)).isInstanceOf(NotFound.class);
        dehydrates(dora, ASLEEP);
        for (var token : List.of("", "-1", "x", "1".repeat(19), "\u0661")) {
            assertThatThrownBy(() -> reads(dora, ASLEEP, Optional.of(token), true))
                    .isInstanceOf(InvalidParam.class);
        }
    }
}
