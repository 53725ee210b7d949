package org.hirundo.contract.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceKeyStore} guarantees. */
public abstract class DeviceKeyStoreContract extends StorageContract {

    private DeviceKeyStore store() {
        return storage().deviceKeys();
    }

    private StreamPosition commit(DurableChange change) {
        var outcome = storage().stream().commit(List.of(change)).getFirst();
        assertThat(outcome).isInstanceOf(Committed.class);
        return ((Committed) outcome).last();
    }

    private StreamPosition upload(UserId user, Map<DeviceId, JsonObject> keys) {
        return commit(new DeviceKeysChange(user, keys, Map.of()));
    }

    private StreamPosition crossSign(UserId user, Map<String, JsonObject> keys) {
        return commit(new DeviceKeysChange(user, Map.of(), keys));
    }

    @Test
    void device_keys_are_found_by_user_and_device() {
        upload(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1)));
        upload(Users.ALICE, Map.of(Devices.LAPTOP, Contents.numbered(2), Devices.SMALL_PHONE, Contents.AWKWARD));
        upload(Users.BOB, Map.of(Devices.PHONE, Contents.numbered(3)));

        assertThat(store().deviceKeys(Set.of(Users.ALICE, Users.CAROL)))
                .isEqualTo(Map.of(
                        Users.ALICE,
                        Map.of(
                                Devices.PHONE,
                                Contents.numbered(1),
                                Devices.LAPTOP,
                                Contents.numbered(2),
                                Devices.SMALL_PHONE,
                                Contents.AWKWARD)));
    }

    @Test
    void a_new_upload_replaces_the_keys_of_its_device_alone() {
        upload(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1), Devices.LAPTOP, Contents.numbered(2)));

        upload(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(3)));

        assertThat(store().deviceKeys(Set.of(Users.ALICE)).get(Users.ALICE))
                .isEqualTo(Map.of(Devices.PHONE, Contents.numbered(3), Devices.LAPTOP, Contents.numbered(2)));
    }

    @Test
    void cross_signing_keys_are_found_by_usage_and_replaced_one_by_one() {
        crossSign(Users.ALICE, Map.of("master", Contents.numbered(1), "self_signing", Contents.AWKWARD));
        crossSign(Users.BOB, Map.of("master", Contents.numbered(2)));

        crossSign(Users.ALICE, Map.of("master", Contents.numbered(3), "user_signing", Contents.numbered(4)));

        assertThat(store().crossSigningKeys(Set.of(Users.ALICE, Users.BOB, Users.CAROL)))
                .isEqualTo(Map.of(
                        Users.ALICE,
                        Map.of(
                                "master",
                                Contents.numbered(3),
                                "self_signing",
                                Contents.AWKWARD,
                                "user_signing",
                                Contents.numbered(4)),
                        Users.BOB,
                        Map.of("master", Contents.numbered(2))));
    }

    @Test
    void device_keys_and_cross_signing_keys_change_together() {
        commit(new DeviceKeysChange(
                Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1)), Map.of("master", Contents.numbered(2))));

        assertThat(store().deviceKeys(Set.of(Users.ALICE)))
                .isEqualTo(Map.of(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1))));
        assertThat(store().crossSigningKeys(Set.of(Users.ALICE)))
                .isEqualTo(Map.of(Users.ALICE, Map.of("master", Contents.numbered(2))));
    }

    @Test
    void users_and_devices_are_compared_by_bytes_and_not_cut_off() {
        for (var user : Users.awkward()) {
            for (var device : Devices.awkward()) {
                upload(user, Map.of(device, JsonObject.of(user.toString(), device.toString())));
            }
        }

        var found = store().deviceKeys(new HashSet<>(Users.awkward()));

        for (var user : Users.awkward()) {
            for (var device : Devices.awkward()) {
                assertThat(found.get(user)).containsEntry(device, JsonObject.of(user.toString(), device.toString()));
            }
        }
    }

    @Test
    void the_keys_of_many_users_are_read_together() {
        upload(Users.user("user0"), Map.of(Devices.PHONE, Contents.numbered(0)));
        upload(Users.user("user1499"), Map.of(Devices.PHONE, Contents.numbered(1499)));
        crossSign(Users.user("user1499"), Map.of("master", Contents.numbered(1)));

        assertThat(store().deviceKeys(Users.many(1_500)))
                .isEqualTo(Map.of(
                        Users.user("user0"),
                        Map.of(Devices.PHONE, Contents.numbered(0)),
                        Users.user("user1499"),
                        Map.of(Devices.PHONE, Contents.numbered(1499))));
        assertThat(store().crossSigningKeys(Users.many(1_500)))
                .isEqualTo(Map.of(Users.user("user1499"), Map.of("master", Contents.numbered(1))));
        assertThat(store().deviceKeys(Set.of())).isEmpty();
        assertThat(store().crossSigningKeys(Set.of())).isEmpty();
    }

    @Test
    void users_who_changed_are_told_by_position() {
        var first = upload(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1)));
        var second = crossSign(Users.BOB, Map.of("master", Contents.numbered(1)));
        var third = upload(Users.CAROL, Map.of(Devices.PHONE, Contents.numbered(1)));

        assertThat(store().changed(StreamPosition.START, third))
                .containsExactlyInAnyOrder(Users.ALICE, Users.BOB, Users.CAROL);
        assertThat(store().changed(first, second)).containsExactly(Users.BOB);
        assertThat(store().changed(second, third)).containsExactly(Users.CAROL);
        assertThat(store().changed(third, third)).isEmpty();
    }

    @Test
    void a_later_change_does_not_hide_an_earlier_one() {
        var first = upload(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1)));
        upload(Users.BOB, Map.of(Devices.PHONE, Contents.numbered(1)));
        upload(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(2)));

        assertThat(store().changed(StreamPosition.START, first)).containsExactly(Users.ALICE);
    }

    @Test
    void a_change_without_keys_counts_too() {
        var named = commit(new DeviceKeysChange(Users.ALICE, Map.of(), Map.of()));

        assertThat(store().changed(StreamPosition.START, named)).containsExactly(Users.ALICE);
        assertThat(store().deviceKeys(Set.of(Users.ALICE))).isEmpty();
        assertThat(store().crossSigningKeys(Set.of(Users.ALICE))).isEmpty();
    }

    @Test
    void a_removed_device_takes_its_keys_along_and_its_user_counts_as_changed() {
        crossSign(Users.ALICE, Map.of("master", Contents.numbered(1)));
        upload(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1), Devices.SMALL_PHONE, Contents.numbered(2)));
        var uploaded = upload(Users.BOB, Map.of(Devices.PHONE, Contents.numbered(3)));

        var removed = commit(new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE, Devices.device("unknown"))));

        assertThat(store().deviceKeys(Set.of(Users.ALICE, Users.BOB)))
                .isEqualTo(Map.of(
                        Users.ALICE,
                        Map.of(Devices.SMALL_PHONE, Contents.numbered(2)),
                        Users.BOB,
                        Map.of(Devices.PHONE, Contents.numbered(3))));
        assertThat(store().crossSigningKeys(Set.of(Users.ALICE))).containsKey(Users.ALICE);
        assertThat(store().changed(uploaded, removed)).containsExactly(Users.ALICE);
    }

    @Test
    void changes_of_one_call_apply_in_their_order() {
        var outcomes = storage().stream()
                .commit(List.of(
                        new DeviceKeysChange(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(1)), Map.of()),
                        new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE)),
                        new DeviceKeysChange(Users.ALICE, Map.of(Devices.LAPTOP, Contents.numbered(2)), Map.of()),
                        new DeviceKeysChange(Users.ALICE, Map.of(Devices.LAPTOP, Contents.numbered(3)), Map.of())));

        assertThat(outcomes).hasOnlyElementsOfType(Committed.class);
        assertThat(store().deviceKeys(Set.of(Users.ALICE)))
                .isEqualTo(Map.of(Users.ALICE, Map.of(Devices.LAPTOP, Contents.numbered(3))));
    }
}
