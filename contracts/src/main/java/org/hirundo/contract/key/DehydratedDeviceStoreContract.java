package org.hirundo.contract.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DehydratedDeviceStore.Dehydrated;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.e2ee.OneTimeKey;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Test;

/** What every {@link DehydratedDeviceStore} guarantees, and what the others make of a dehydrated device. */
public abstract class DehydratedDeviceStoreContract extends StorageContract {

    private static final String ALGORITHM = "signed_curve25519";

    private DehydratedDeviceStore store() {
        return storage().dehydratedDevices();
    }

    private StreamPosition commit(DurableChange... changes) {
        var outcome = storage().stream().commit(List.of(changes)).getLast();
        assertThat(outcome).isInstanceOf(Committed.class);
        return ((Committed) outcome).last();
    }

    private static OneTimeKey key(String version) {
        return new OneTimeKey(new KeyId(ALGORITHM, version), new JsonString("key " + version));
    }

    private static DeviceDehydrated dehydrated(UserId user, DeviceId device, int number) {
        return new DeviceDehydrated(
                user,
                device,
                Optional.of("Asleep \u0000 " + number),
                Contents.numbered(number),
                Contents.numbered(-number),
                List.of(key("b" + number), key("a" + number)),
                List.of(key("fallback" + number)));
    }

    private static ToDeviceSend send(UserId user, DeviceId device) {
        return new ToDeviceSend(
                List.of(new ToDeviceSend.Message(user, device, Users.BOB, "org.example", Contents.numbered(1))),
                Optional.empty());
    }

    private List<String> claimed(UserId user, DeviceId device, int times) {
        var claim = new Claim(user, device, ALGORITHM);
        return Stream.generate(() -> storage().oneTimeKeys().claim(Set.of(claim)))
                .limit(times)
                .map(found -> found.containsKey(claim) ? found.get(claim).id().version() : "none")
                .toList();
    }

    private int waiting(UserId user, DeviceId device) {
        return storage()
                .toDevice()
                .inbox(user, device, StreamPosition.START, storage().stream().position(), 10)
                .size();
    }

    @Test
    void a_dehydrated_device_is_found_by_its_user() {
        for (var user : Users.awkward()) {
            commit(dehydrated(user, Devices.LONGEST, user.hashCode()));
        }

        for (var user : Users.awkward()) {
            assertThat(store().find(user))
                    .contains(new Dehydrated(Devices.LONGEST, Contents.numbered(user.hashCode())));
        }
        assertThat(store().find(UserId.parse("@nobody:example.org"))).isEmpty();
    }

    @Test
    void data_is_kept_as_it_is_whatever_the_device_is_called() {
        for (var device : Devices.awkward()) {
            commit(new DeviceDehydrated(
                    Users.ALICE, device, Optional.empty(), Contents.AWKWARD, Contents.AWKWARD, List.of(), List.of()));

            assertThat(store().find(Users.ALICE)).contains(new Dehydrated(device, Contents.AWKWARD));
        }
    }

    @Test
    void it_is_a_device_with_keys_like_any_other() {
        var position = commit(dehydrated(Users.ALICE, Devices.PHONE, 1));

        assertThat(storage().sessions().device(Users.ALICE, Devices.PHONE))
                .contains(new Device(
                        Users.ALICE,
                        Devices.PHONE,
                        Optional.of("Asleep \u0000 1"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(storage().deviceKeys().deviceKeys(Set.of(Users.ALICE)))
                .isEqualTo(Map.of(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(-1))));
        assertThat(storage().deviceKeys().changed(new StreamPosition(position.value() - 1), position))
                .containsExactly(Users.ALICE);
        assertThat(storage().oneTimeKeys().counts(Users.ALICE, Devices.PHONE))
                .isEqualTo(new OneTimeKeyStore.KeyCounts(Map.of(ALGORITHM, 2), Set.of(ALGORITHM)));
        assertThat(claimed(Users.ALICE, Devices.PHONE, 4)).containsExactly("b1", "a1", "fallback1", "fallback1");
    }

    @Test
    void keys_that_are_added_later_come_after_those_it_came_with() {
        commit(dehydrated(Users.ALICE, Devices.PHONE, 1));
        var later = new OneTimeKeyStore.OneTimeKey(new KeyId(ALGORITHM, "later"), new JsonString("later"));
        storage().oneTimeKeys().add(Users.ALICE, Devices.PHONE, List.of(later), List.of());

        assertThat(claimed(Users.ALICE, Devices.PHONE, 3)).containsExactly("b1", "a1", "later");
    }

    @Test
    void one_of_the_same_id_takes_the_place_of_all_there_was() {
        commit(dehydrated(Users.ALICE, Devices.PHONE, 1), send(Users.ALICE, Devices.PHONE));
        commit(dehydrated(Users.ALICE, Devices.PHONE, 2));

        assertThat(store().find(Users.ALICE)).contains(new Dehydrated(Devices.PHONE, Contents.numbered(2)));
        assertThat(waiting(Users.ALICE, Devices.PHONE)).isZero();
        assertThat(storage().sessions().devices(Users.ALICE))
                .extracting(Device::displayName)
                .containsExactly(Optional.of("Asleep \u0000 2"));
        assertThat(claimed(Users.ALICE, Devices.PHONE, 3)).containsExactly("b2", "a2", "fallback2");
    }

    @Test
    void with_the_device_goes_all_that_it_had_and_nobody_elses() {
        commit(dehydrated(Users.ALICE, Devices.PHONE, 1), dehydrated(Users.BOB, Devices.PHONE, 2));
        commit(send(Users.ALICE, Devices.PHONE));
        commit(new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE)));

        assertThat(store().find(Users.ALICE)).isEmpty();
        assertThat(storage().sessions().devices(Users.ALICE)).isEmpty();
        assertThat(storage().deviceKeys().deviceKeys(Set.of(Users.ALICE))).isEmpty();
        assertThat(waiting(Users.ALICE, Devices.PHONE)).isZero();
        assertThat(claimed(Users.ALICE, Devices.PHONE, 1)).containsExactly("none");
        assertThat(store().find(Users.BOB)).isPresent();
        assertThat(claimed(Users.BOB, Devices.PHONE, 1)).containsExactly("b2");
    }

    @Test
    void it_stays_when_another_device_goes() {
        commit(dehydrated(Users.ALICE, Devices.PHONE, 1));
        commit(new DevicesRemoved(Users.ALICE, Set.of(Devices.LAPTOP, Devices.SMALL_PHONE)));

        assertThat(store().find(Users.ALICE)).isPresent();
    }

    @Test
    void changes_of_one_commit_are_made_in_their_order() {
        commit(
                dehydrated(Users.ALICE, Devices.PHONE, 1),
                new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE)),
                dehydrated(Users.ALICE, Devices.LAPTOP, 2));

        assertThat(store().find(Users.ALICE)).contains(new Dehydrated(Devices.LAPTOP, Contents.numbered(2)));
        assertThat(storage().sessions().devices(Users.ALICE))
                .extracting(Device::id)
                .containsExactly(Devices.LAPTOP);
    }
}
