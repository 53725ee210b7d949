package org.hirundo.contract.todevice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.application.port.todevice.ToDeviceStore.Recipient;
import org.hirundo.application.port.todevice.ToDeviceStore.Waiting;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link ToDeviceStore} guarantees. */
public abstract class ToDeviceStoreContract extends StorageContract {

    private static final int ALL = 1_000;

    private ToDeviceStore store() {
        return storage().toDevice();
    }

    private static Message message(UserId recipient, DeviceId device, long number) {
        return new Message(recipient, device, Users.BOB, "m.room_key", Contents.numbered(number));
    }

    /** Sends the messages at one position. */
    private StreamPosition send(Message... messages) {
        var outcome = storage().stream()
                .commit(List.of(new ToDeviceSend(List.of(messages), Optional.empty())))
                .getFirst();
        return ((Committed) outcome).first();
    }

    private StreamPosition sendTo(UserId recipient, DeviceId device, long number) {
        return send(message(recipient, device, number));
    }

    private List<Waiting> inbox(UserId user, DeviceId device) {
        return store().inbox(
                        user, device, StreamPosition.START, storage().stream().position(), ALL);
    }

    @Test
    void devices_with_messages_are_found_by_when_these_came() {
        var first = sendTo(Users.ALICE, Devices.PHONE, 1);
        sendTo(Users.ALICE, Devices.PHONE, 2);
        var last = send(message(Users.ALICE, Devices.LAPTOP, 3), message(Users.HISTORICAL, Devices.PHONE, 4));

        assertThat(store().recipients(StreamPosition.START, last))
                .containsExactlyInAnyOrder(
                        new Recipient(Users.ALICE, Devices.PHONE),
                        new Recipient(Users.ALICE, Devices.LAPTOP),
                        new Recipient(Users.HISTORICAL, Devices.PHONE));
        assertThat(store().recipients(StreamPosition.START, first))
                .containsExactly(new Recipient(Users.ALICE, Devices.PHONE));
        assertThat(store().recipients(last, last)).isEmpty();
        store().acknowledge(Users.ALICE, Devices.PHONE, last);
        assertThat(store().recipients(first, last))
                .containsExactlyInAnyOrder(
                        new Recipient(Users.ALICE, Devices.LAPTOP), new Recipient(Users.HISTORICAL, Devices.PHONE));
    }

    @Test
    void a_message_waits_as_it_was_sent() {
        var message = new Message(Users.ALICE, Devices.PHONE, Users.HISTORICAL, "a\u0000type", Contents.AWKWARD);

        var position = send(message);

        assertThat(inbox(Users.ALICE, Devices.PHONE)).containsExactly(new Waiting(position, message));
    }

    @Test
    void messages_wait_in_the_order_they_were_sent() {
        var first = send(message(Users.ALICE, Devices.PHONE, 3), message(Users.ALICE, Devices.PHONE, 1));
        var second = sendTo(Users.ALICE, Devices.PHONE, 2);

        assertThat(inbox(Users.ALICE, Devices.PHONE))
                .containsExactly(
                        new Waiting(first, message(Users.ALICE, Devices.PHONE, 3)),
                        new Waiting(first, message(Users.ALICE, Devices.PHONE, 1)),
                        new Waiting(second, message(Users.ALICE, Devices.PHONE, 2)));
    }

    @Test
    void a_device_gets_its_own_messages_alone() {
        var positions = new ArrayList<StreamPosition>();
        for (var user : Users.awkward()) {
            positions.add(sendTo(user, Devices.LONGEST, positions.size()));
        }
        for (var device : Devices.awkward()) {
            sendTo(Users.CAROL, device, 100);
        }

        int number = 0;
        for (var user : Users.awkward()) {
            assertThat(inbox(user, Devices.LONGEST))
                    .containsExactly(new Waiting(positions.get(number), message(user, Devices.LONGEST, number++)));
        }
        for (var device : Devices.awkward()) {
            assertThat(inbox(Users.CAROL, device)).hasSize(1);
        }
        assertThat(inbox(Users.ALICE, Devices.PHONE)).isEmpty();
    }

    @Test
    void only_messages_of_the_range_are_there() {
        var first = sendTo(Users.ALICE, Devices.PHONE, 1);
        var second = sendTo(Users.ALICE, Devices.PHONE, 2);
        var third = sendTo(Users.ALICE, Devices.PHONE, 3);

        assertThat(store().inbox(Users.ALICE, Devices.PHONE, first, second, ALL))
                .containsExactly(new Waiting(second, message(Users.ALICE, Devices.PHONE, 2)));
        assertThat(store().inbox(Users.ALICE, Devices.PHONE, third, third, ALL)).isEmpty();
    }

    @Test
    void no_more_than_the_limit_are_there_at_once_and_the_rest_follows() {
        for (int number = 1; number <= 5; number++) {
            sendTo(Users.ALICE, Devices.PHONE, number);
        }
        var end = storage().stream().position();

        var page = store().inbox(Users.ALICE, Devices.PHONE, StreamPosition.START, end, 2);
        var rest = store().inbox(Users.ALICE, Devices.PHONE, page.getLast().position(), end, ALL);

        assertThat(page).hasSize(2);
        assertThat(page).isEqualTo(inbox(Users.ALICE, Devices.PHONE).subList(0, 2));
        assertThat(rest).isEqualTo(inbox(Users.ALICE, Devices.PHONE).subList(2, 5));
    }

    @Test
    void a_limit_does_not_cut_a_position_in_two() {
        sendTo(Users.ALICE, Devices.PHONE, 1);
        send(
                message(Users.ALICE, Devices.PHONE, 2),
                message(Users.ALICE, Devices.LAPTOP, 0),
                message(Users.ALICE, Devices.PHONE, 3),
                message(Users.ALICE, Devices.PHONE, 4));
        sendTo(Users.ALICE, Devices.PHONE, 5);
        var end = storage().stream().position();

        assertThat(store().inbox(Users.ALICE, Devices.PHONE, StreamPosition.START, end, 2))
                .isEqualTo(inbox(Users.ALICE, Devices.PHONE).subList(0, 4));
        assertThat(store().inbox(Users.ALICE, Devices.PHONE, StreamPosition.START, end, 4))
                .hasSize(4);
        assertThat(store().inbox(Users.ALICE, Devices.PHONE, StreamPosition.START, end, 1))
                .hasSize(1);
    }

    @Test
    void acknowledged_messages_are_gone_for_that_device_alone() {
        send(message(Users.ALICE, Devices.PHONE, 1), message(Users.ALICE, Devices.SMALL_PHONE, 1));
        var second = send(message(Users.ALICE, Devices.PHONE, 2), message(Users.BOB, Devices.PHONE, 2));
        var third = sendTo(Users.ALICE, Devices.PHONE, 3);

        store().acknowledge(Users.ALICE, Devices.PHONE, second);
        store().acknowledge(Users.ALICE, Devices.PHONE, second);

        assertThat(inbox(Users.ALICE, Devices.PHONE))
                .containsExactly(new Waiting(third, message(Users.ALICE, Devices.PHONE, 3)));
        assertThat(inbox(Users.ALICE, Devices.SMALL_PHONE)).hasSize(1);
        assertThat(inbox(Users.BOB, Devices.PHONE)).hasSize(1);
    }

    @Test
    void the_messages_of_a_removed_device_are_gone_those_of_the_same_commit_too() {
        sendTo(Users.ALICE, Devices.PHONE, 1);
        sendTo(Users.ALICE, Devices.LAPTOP, 1);

        storage().stream()
                .commit(List.of(
                        new ToDeviceSend(List.of(message(Users.ALICE, Devices.PHONE, 2)), Optional.empty()),
                        new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE)),
                        new ToDeviceSend(List.of(message(Users.ALICE, Devices.LAPTOP, 2)), Optional.empty())));

        assertThat(inbox(Users.ALICE, Devices.PHONE)).isEmpty();
        assertThat(inbox(Users.ALICE, Devices.LAPTOP)).hasSize(2);
    }

    @Test
    void a_removal_of_no_device_removes_nothing() {
        sendTo(Users.ALICE, Devices.PHONE, 1);

        storage().stream().commit(List.of(new DevicesRemoved(Users.ALICE, Set.of())));

        assertThat(inbox(Users.ALICE, Devices.PHONE)).hasSize(1);
    }

    @Test
    void messages_for_many_devices_are_one_change() {
        var messages = Users.many(1_500).stream()
                .map(user -> message(user, Devices.PHONE, 1))
                .toArray(Message[]::new);

        var position = send(messages);

        assertThat(position).isEqualTo(storage().stream().position());
        assertThat(Users.many(1_500)).allSatisfy(user -> assertThat(inbox(user, Devices.PHONE))
                .containsExactly(new Waiting(position, message(user, Devices.PHONE, 1))));
    }
}
