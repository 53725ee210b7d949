package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hirundo.application.device.DeleteDevices;
import org.hirundo.application.e2ee.ClaimKeys;
import org.hirundo.application.e2ee.UploadCrossSigningKeys;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.profile.SetProfileField;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.ListKeyChanges;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;
import org.hirundo.application.todevice.SendToDevice;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a client is told for end-to-end encryption: messages to its device, whose devices changed, and what keys are left. */
public abstract class SyncDevicesStory extends SyncStory {

    private static final Keys KEY = Keys.of(1);
    private static final String SIGNED = "signed_curve25519";

    private int messages;

    private void sends(Requester sender, Requester recipient, String text) {
        var content = JsonObject.of(
                recipient.user().toString(), JsonObject.of(recipient.device().value(), JsonObject.of("text", text)));
        the(SendToDevice.class)
                .send(
                        sender,
                        new SendToDevice.Send(
                                "m.dummy",
                                new TransactionId("device" + ++messages),
                                JsonObject.of("messages", content)));
    }

    private static List<String> inbox(SyncAnswer answer) {
        return answer.toDevice().stream()
                .map(message -> message.content().string("text").orElseThrow())
                .toList();
    }

    private int stored(Requester user) {
        return storage()
                .toDevice()
                .inbox(
                        user.user(),
                        user.device(),
                        StreamPosition.START,
                        storage().stream().position(),
                        1000)
                .size();
    }

    private void publishes(Requester user) {
        the(UploadKeys.class).upload(user, JsonObject.of("device_keys", KEY.device(user.user(), user.device())));
    }

    private RoomId aRoomOfBoth(Requester one, Requester other) {
        var room = created(aPublicRoomOf(one));
        joins(other, room);
        return room;
    }

    private static Set<UserId> changed(SyncAnswer answer) {
        return answer.deviceLists().changed();
    }

    private static Set<UserId> left(SyncAnswer answer) {
        return answer.deviceLists().left();
    }

    @Test
    @Tag("easily-missed-2")
    void a_message_waits_until_the_device_comes_back_with_the_token() {
        var dora = registers("dora");
        var emil = registers("emil");
        var first = syncs(emil);
        sends(dora, emil, "one");
        var second = syncs(emil, first);
        var again = syncs(emil, first);

        assertThat(inbox(second)).containsExactly("one");
        assertThat(second.toDevice().getFirst().sender()).isEqualTo(dora.user());
        assertThat(inbox(again)).containsExactly("one");
        assertThat(stored(emil)).isEqualTo(1);
        sends(dora, emil, "two");
        var third = syncs(emil, second);
        assertThat(inbox(third)).containsExactly("two");
        assertThat(stored(emil)).isEqualTo(1);
        assertThat(inbox(syncs(emil, third))).isEmpty();
        assertThat(stored(emil)).isZero();
    }

    @Test
    @Tag("easily-missed-2")
    void messages_outlive_a_restart_and_so_does_that_they_were_received() {
        var dora = registers("dora");
        var emil = registers("emil");
        sends(dora, emil, "one");
        restart();
        var first = syncs(emil);
        restart();

        assertThat(inbox(first)).containsExactly("one");
        assertThat(inbox(syncs(emil, first))).isEmpty();
        assertThat(stored(emil)).isZero();
    }

    @Test
    void more_messages_than_one_answer_holds_come_with_the_next_in_order() {
        var dora = registers("dora");
        var emil = registers("emil");
        var first = syncs(emil);
        for (int number = 0; number < 250; number++) {
            sends(dora, emil, "" + number);
        }
        var second = syncs(emil, first);
        var third = syncs(emil, second);
        var fourth = syncs(emil, third);

        assertThat(inbox(second)).hasSize(100).startsWith("0").endsWith("99");
        assertThat(inbox(third)).hasSize(100).startsWith("100").endsWith("199");
        assertThat(inbox(fourth)).hasSize(50).endsWith("249");
        assertThat(inbox(syncs(emil, fourth))).isEmpty();
        assertThat(stored(emil)).isZero();
    }

    @Test
    void who_waits_with_a_part_of_the_inbox_in_hand_gets_the_rest_at_once() {
        var dora = registers("dora");
        var emil = registers("emil");
        for (int number = 0; number < 101; number++) {
            sends(dora, emil, "" + number);
        }
        var first = syncs(emil);

        assertThat(inbox(asking(emil).since(first).waiting().news())).containsExactly("100");
    }

    @Test
    @Tag("easily-missed-1")
    void what_is_said_of_keys_is_said_in_every_answer_even_when_it_is_nothing() {
        var dora = registers("dora");
        var emil = registers("emil");
        var first = syncs(dora);
        assertThat(first.keyCounts().oneTimeKeys()).isEmpty();
        assertThat(first.keyCounts().unusedFallbackAlgorithms()).isEmpty();
        publishes(dora);
        the(UploadKeys.class)
                .upload(
                        dora,
                        JsonObject.of(
                                        "one_time_keys",
                                        JsonObject.of(SIGNED + ":1", KEY.oneTimeKey(dora.user(), dora.device(), "k1"))
                                                .with(SIGNED + ":2", KEY.oneTimeKey(dora.user(), dora.device(), "k2")))
                                .with(
                                        "fallback_keys",
                                        JsonObject.of(
                                                SIGNED + ":f", KEY.fallbackKey(dora.user(), dora.device(), "f"))));
        var second = syncs(dora, first);
        assertThat(second.keyCounts().oneTimeKeys()).containsEntry(SIGNED, 2);
        assertThat(second.keyCounts().unusedFallbackAlgorithms()).containsExactly(SIGNED);

        takes(emil, dora);
        assertThat(syncs(dora, second).keyCounts().oneTimeKeys()).containsEntry(SIGNED, 1);
        takes(emil, dora);
        takes(emil, dora);
        var third = syncs(dora, second);
        assertThat(third.keyCounts().oneTimeKeys().getOrDefault(SIGNED, 0)).isZero();
        assertThat(third.keyCounts().unusedFallbackAlgorithms()).isEmpty();
    }

    private void takes(Requester taker, Requester owner) {
        var wanted = JsonObject.of(
                "one_time_keys",
                JsonObject.of(
                        owner.user().toString(), JsonObject.of(owner.device().value(), SIGNED)));
        assertThat(the(ClaimKeys.class).claim(taker, wanted, ClaimKeys.Form.ONE).keys())
                .hasSize(1);
    }

    @Test
    @Tag("easily-missed-22")
    void devices_of_those_with_whom_one_shares_a_room_are_told_of() {
        var dora = registers("dora");
        var emil = registers("emil");
        var stranger = registers("stranger");
        aRoomOfBoth(dora, emil);
        var first = syncs(emil);
        var strangers = syncs(stranger);
        publishes(dora);
        var second = syncs(emil, first);
        assertThat(second.deviceLists()).isEqualTo(new DeviceLists(Set.of(dora.user()), Set.of()));
        assertThat(syncs(stranger, strangers).deviceLists()).isEqualTo(DeviceLists.NONE);

        var master = KEY.master(dora.user());
        the(UploadCrossSigningKeys.class).upload(dora, authenticated(dora, JsonObject.of("master_key", master)));
        var third = syncs(emil, second);
        assertThat(changed(third)).containsExactly(dora.user());
        var laptop = requester(logsIn(dora.user()));
        the(UploadKeys.class)
                .upload(laptop, JsonObject.of("device_keys", Keys.of(2).device(dora.user(), laptop.device())));
        var fourth = syncs(emil, third);
        assertThat(changed(fourth)).containsExactly(dora.user());
        the(DeleteDevices.class).delete(dora, Set.of(laptop.device()), authenticated(dora, JsonObject.EMPTY));
        var fifth = syncs(emil, fourth);
        assertThat(changed(fifth)).containsExactly(dora.user());
        assertThat(syncs(emil, fifth).deviceLists()).isEqualTo(DeviceLists.NONE);
        restart();
        assertThat(changed(syncs(emil, first))).containsExactly(dora.user());
        assertThat(the(ListKeyChanges.class).list(emil, second.nextBatch(), fifth.nextBatch()))
                .isEqualTo(new DeviceLists(Set.of(dora.user()), Set.of()));
    }

    @Test
    void ones_own_other_devices_are_told_of() {
        var dora = registers("dora");
        var first = syncs(dora);
        var laptop = requester(logsIn(dora.user()));
        publishes(laptop);

        assertThat(changed(syncs(dora, first))).containsExactly(dora.user());
    }

    @Test
    @Tag("easily-missed-22")
    void who_is_met_is_to_be_asked_for_and_who_is_parted_from_may_be_forgotten() {
        var dora = registers("dora");
        var emil = registers("emil");
        var one = created(aPublicRoomOf(dora));
        var two = created(aPublicRoomOf(dora));
        var doras = syncs(dora);
        var emils = syncs(emil);
        joins(emil, one);
        assertThat(syncs(dora, doras).deviceLists()).isEqualTo(new DeviceLists(Set.of(emil.user()), Set.of()));
        assertThat(syncs(emil, emils).deviceLists()).isEqualTo(new DeviceLists(Set.of(dora.user()), Set.of()));

        joins(emil, two);
        doras = syncs(dora, doras);
        emils = syncs(emil, emils);
        leaves(emil, one);
        doras = syncs(dora, doras);
        emils = syncs(emil, emils);
        assertThat(left(doras)).isEmpty();
        assertThat(left(emils)).isEmpty();
        leaves(emil, two);
        assertThat(left(syncs(dora, doras))).containsExactly(emil.user());
        assertThat(left(syncs(emil, emils))).containsExactly(dora.user());
    }

    @Test
    void who_is_invited_or_changes_their_name_is_neither_met_nor_parted_from() {
        var dora = registers("dora");
        var emil = registers("emil");
        var frida = registers("frida");
        var room = aRoomOfBoth(dora, emil);
        var doras = syncs(dora);
        var emils = syncs(emil);
        invites(dora, room, frida);
        leaves(frida, room);
        the(SetProfileField.class)
                .set(emil, emil.user(), ProfileField.DISPLAY_NAME, JsonObject.of("displayname", "Emil"));

        assertThat(syncs(dora, doras).deviceLists()).isEqualTo(DeviceLists.NONE);
        assertThat(syncs(emil, emils).deviceLists()).isEqualTo(DeviceLists.NONE);
    }

    @Test
    void who_left_does_not_hear_who_comes_and_goes_afterwards() {
        var dora = registers("dora");
        var emil = registers("emil");
        var frida = registers("frida");
        var room = aRoomOfBoth(dora, emil);
        leaves(emil, room);
        var first = syncs(emil);
        joins(frida, room);
        leaves(frida, room);

        assertThat(syncs(emil, first).deviceLists()).isEqualTo(DeviceLists.NONE);
    }
}
