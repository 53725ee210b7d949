package org.hirundo.contract.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} guarantees of devices and of the tokens they sign in with. */
public abstract class SessionStoreContract extends StorageContract {

    private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);

    private SessionStore store() {
        return storage().sessions();
    }

    private static Device device(UserId user, DeviceId id) {
        return new Device(user, id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Device named(UserId user, DeviceId id, String name) {
        return new Device(user, id, Optional.of(name), Optional.empty(), Optional.empty());
    }

    private static AccessGrant access(String token, UserId user, DeviceId device) {
        return new AccessGrant(new TokenHash(token), user, device, Optional.empty());
    }

    private void signIn(UserId user, DeviceId device, String token) {
        store().signIn(device(user, device), access(token, user, device), Optional.empty());
    }

    private void remove(UserId user, DeviceId... devices) {
        storage().stream().commit(List.of(new DevicesRemoved(user, Set.of(devices))));
    }

    @Test
    void a_sign_in_adds_the_device_and_its_tokens() {
        var phone = new Device(
                Users.ALICE, Devices.PHONE, Optional.of("\uD83D\uDCF1"), Optional.of(THEN), Optional.of("2001:db8::1"));
        var access = new AccessGrant(new TokenHash("access"), Users.ALICE, Devices.PHONE, Optional.of(THEN));
        var refresh = new RefreshGrant(
                new TokenHash("refresh"), Users.ALICE, Devices.PHONE, Optional.of(THEN.plusSeconds(60)));

        store().signIn(phone, access, Optional.of(refresh));

        assertThat(store().device(Users.ALICE, Devices.PHONE)).contains(phone);
        assertThat(store().access(new TokenHash("access"))).contains(access);
        assertThat(store().refresh(new TokenHash("refresh"))).contains(refresh);
    }

    @Test
    void a_device_can_be_added_without_tokens_once() {
        var phone = named(Users.ALICE, Devices.PHONE, "Phone");

        assertThat(store().add(phone)).isTrue();
        assertThat(store().add(named(Users.ALICE, Devices.PHONE, "Other"))).isFalse();
        assertThat(store().device(Users.ALICE, Devices.PHONE)).contains(phone);
        assertThat(store().device(Users.BOB, Devices.PHONE)).isEmpty();
        signIn(Users.ALICE, Devices.PHONE, "token");
        assertThat(store().device(Users.ALICE, Devices.PHONE)).contains(phone);
        assertThat(store().access(new TokenHash("token"))).isPresent();
    }

    @Test
    void tokens_without_an_end_are_found_so() {
        var access = access("access", Users.ALICE, Devices.PHONE);
        var refresh = new RefreshGrant(new TokenHash("refresh"), Users.ALICE, Devices.PHONE, Optional.empty());

        store().signIn(device(Users.ALICE, Devices.PHONE), access, Optional.of(refresh));

        assertThat(store().access(new TokenHash("access"))).contains(access);
        assertThat(store().refresh(new TokenHash("refresh"))).contains(refresh);
    }

    @Test
    void an_access_token_is_no_refresh_token_nor_the_other_way_round() {
        store().signIn(
                        device(Users.ALICE, Devices.PHONE),
                        access("access", Users.ALICE, Devices.PHONE),
                        Optional.of(new RefreshGrant(
                                new TokenHash("refresh"), Users.ALICE, Devices.PHONE, Optional.empty())));

        assertThat(store().access(new TokenHash("refresh"))).isEmpty();
        assertThat(store().refresh(new TokenHash("access"))).isEmpty();
    }

    @Test
    void tokens_are_compared_by_bytes() {
        signIn(Users.ALICE, Devices.PHONE, "token");

        assertThat(store().access(new TokenHash("TOKEN"))).isEmpty();
        assertThat(store().access(new TokenHash("token "))).isEmpty();
    }

    @Test
    void a_second_sign_in_drops_all_tokens_of_the_device() {
        store().signIn(
                        device(Users.ALICE, Devices.PHONE),
                        access("old", Users.ALICE, Devices.PHONE),
                        Optional.of(new RefreshGrant(
                                new TokenHash("old refresh"), Users.ALICE, Devices.PHONE, Optional.empty())));

        signIn(Users.ALICE, Devices.PHONE, "new");

        assertThat(store().access(new TokenHash("old"))).isEmpty();
        assertThat(store().refresh(new TokenHash("old refresh"))).isEmpty();
        assertThat(store().access(new TokenHash("new"))).contains(access("new", Users.ALICE, Devices.PHONE));
    }

    @Test
    void a_sign_in_leaves_the_tokens_of_other_devices() {
        signIn(Users.ALICE, Devices.LAPTOP, "laptop");
        signIn(Users.ALICE, Devices.SMALL_PHONE, "small phone");
        signIn(Users.BOB, Devices.PHONE, "bob's phone");

        signIn(Users.ALICE, Devices.PHONE, "phone");

        assertThat(List.of("laptop", "small phone", "bob's phone", "phone"))
                .allSatisfy(token ->
                        assertThat(store().access(new TokenHash(token))).isPresent());
    }

    @Test
    void a_known_device_keeps_its_name() {
        store().signIn(
                        named(Users.ALICE, Devices.PHONE, "Alice's phone"),
                        access("first", Users.ALICE, Devices.PHONE),
                        Optional.empty());

        store().signIn(
                        named(Users.ALICE, Devices.PHONE, "another name"),
                        access("second", Users.ALICE, Devices.PHONE),
                        Optional.empty());

        assertThat(store().device(Users.ALICE, Devices.PHONE))
                .contains(named(Users.ALICE, Devices.PHONE, "Alice's phone"));
    }

    @Test
    void a_known_device_without_a_name_gets_that_of_the_sign_in() {
        signIn(Users.ALICE, Devices.PHONE, "first");

        store().signIn(
                        named(Users.ALICE, Devices.PHONE, "a name at last"),
                        access("second", Users.ALICE, Devices.PHONE),
                        Optional.empty());

        assertThat(store().device(Users.ALICE, Devices.PHONE))
                .contains(named(Users.ALICE, Devices.PHONE, "a name at last"));
    }

    @Test
    void many_sign_ins_of_one_device_at_once_leave_one_token() {
        Concurrently.call(12, caller -> {
            signIn(Users.ALICE, Devices.PHONE, "token" + caller);
            return caller;
        });

        var left = new ArrayList<AccessGrant>();
        for (int caller = 0; caller < 12; caller++) {
            store().access(new TokenHash("token" + caller)).ifPresent(left::add);
        }
        assertThat(left).hasSize(1);
        assertThat(store().devices(Users.ALICE)).containsExactly(device(Users.ALICE, Devices.PHONE));
    }

    @Test
    void devices_come_in_the_order_of_their_ids() {
        int token = 0;
        for (var id : Devices.awkward()) {
            signIn(Users.ALICE, id, "token" + token++);
        }
        signIn(Users.BOB, Devices.LAPTOP, "bob");

        var byCodePoint = Devices.awkward().stream()
                .sorted(Comparator.comparing(id -> id.toString().codePoints().toArray(), Arrays::compare))
                .map(id -> device(Users.ALICE, id))
                .toList();
        assertThat(store().devices(Users.ALICE)).containsExactlyElementsOf(byCodePoint);
    }

    @Test
    void awkward_users_have_devices_of_their_own() {
        for (var user : Users.awkward()) {
            signIn(user, Devices.LONGEST, "token of " + user.toString().hashCode());
        }

        for (var user : Users.awkward()) {
            assertThat(store().devices(user)).containsExactly(device(user, Devices.LONGEST));
        }
    }

    @Test
    void the_devices_of_many_users_are_read_together() {
        signIn(Users.ALICE, Devices.PHONE, "1");
        signIn(Users.ALICE, Devices.LAPTOP, "2");
        signIn(Users.BOB, Devices.PHONE, "3");
        signIn(Users.CAPITAL_ALICE, Devices.PHONE, "4");
        var asked = new HashSet<>(Users.many(1_500));
        asked.addAll(Set.of(Users.ALICE, Users.BOB, Users.CAROL));

        assertThat(store().devices(asked))
                .isEqualTo(Map.of(
                        Users.ALICE,
                        List.of(device(Users.ALICE, Devices.LAPTOP), device(Users.ALICE, Devices.PHONE)),
                        Users.BOB,
                        List.of(device(Users.BOB, Devices.PHONE))));
        assertThat(store().devices(Set.<UserId>of())).isEmpty();
    }

    @Test
    void a_device_is_renamed_and_loses_its_name() {
        signIn(Users.ALICE, Devices.PHONE, "token");
        signIn(Users.ALICE, Devices.SMALL_PHONE, "other");

        assertThat(store().rename(Users.ALICE, Devices.PHONE, Optional.of("new name")))
                .isTrue();
        assertThat(store().device(Users.ALICE, Devices.PHONE)).contains(named(Users.ALICE, Devices.PHONE, "new name"));
        assertThat(store().device(Users.ALICE, Devices.SMALL_PHONE)).contains(device(Users.ALICE, Devices.SMALL_PHONE));

        assertThat(store().rename(Users.ALICE, Devices.PHONE, Optional.empty())).isTrue();
        assertThat(store().device(Users.ALICE, Devices.PHONE)).contains(device(Users.ALICE, Devices.PHONE));
    }

    @Test
    void an_unknown_device_is_not_renamed() {
        signIn(Users.ALICE, Devices.PHONE, "token");

        assertThat(store().rename(Users.ALICE, Devices.LAPTOP, Optional.of("name")))
                .isFalse();
        assertThat(store().rename(Users.BOB, Devices.PHONE, Optional.of("name")))
                .isFalse();

        assertThat(store().device(Users.ALICE, Devices.LAPTOP)).isEmpty();
        assertThat(store().device(Users.BOB, Devices.PHONE)).isEmpty();
    }

    @Test
    void uses_of_devices_are_noted_and_unknown_devices_skipped() {
        store().signIn(
                        named(Users.ALICE, Devices.PHONE, "name"),
                        access("token", Users.ALICE, Devices.PHONE),
                        Optional.empty());
        signIn(Users.BOB, Devices.PHONE, "bob");

        store().seen(List.of(
                new SessionStore.Seen(Users.ALICE, Devices.PHONE, THEN, "192.0.2.1"),
                new SessionStore.Seen(Users.ALICE, Devices.LAPTOP, THEN, "192.0.2.1"),
                new SessionStore.Seen(Users.BOB, Devices.PHONE, THEN.plusMillis(1), "2001:db8::1")));
        store().seen(List.of());

        assertThat(store().device(Users.ALICE, Devices.PHONE))
                .contains(new Device(
                        Users.ALICE, Devices.PHONE, Optional.of("name"), Optional.of(THEN), Optional.of("192.0.2.1")));
        assertThat(store().device(Users.BOB, Devices.PHONE))
                .contains(new Device(
                        Users.BOB,
                        Devices.PHONE,
                        Optional.empty(),
                        Optional.of(THEN.plusMillis(1)),
                        Optional.of("2001:db8::1")));
        assertThat(store().device(Users.ALICE, Devices.LAPTOP)).isEmpty();
    }

    @Test
    void removed_devices_are_gone_with_their_tokens() {
        store().signIn(
                        device(Users.ALICE, Devices.PHONE),
                        access("phone", Users.ALICE, Devices.PHONE),
                        Optional.of(new RefreshGrant(
                                new TokenHash("refresh"), Users.ALICE, Devices.PHONE, Optional.empty())));
        signIn(Users.ALICE, Devices.LAPTOP, "laptop");
        signIn(Users.ALICE, Devices.SMALL_PHONE, "small phone");
        signIn(Users.BOB, Devices.PHONE, "bob's phone");

        remove(Users.ALICE, Devices.PHONE, Devices.LAPTOP, Devices.device("unknown"));

        assertThat(store().devices(Users.ALICE)).containsExactly(device(Users.ALICE, Devices.SMALL_PHONE));
        assertThat(store().access(new TokenHash("phone"))).isEmpty();
        assertThat(store().refresh(new TokenHash("refresh"))).isEmpty();
        assertThat(store().access(new TokenHash("laptop"))).isEmpty();
        assertThat(store().access(new TokenHash("small phone"))).isPresent();
        assertThat(store().access(new TokenHash("bob's phone"))).isPresent();
    }

    @Test
    void a_removed_device_that_signs_in_again_is_a_new_one() {
        store().signIn(
                        named(Users.ALICE, Devices.PHONE, "old name"),
                        access("old", Users.ALICE, Devices.PHONE),
                        Optional.empty());
        remove(Users.ALICE, Devices.PHONE);

        signIn(Users.ALICE, Devices.PHONE, "new");

        assertThat(store().device(Users.ALICE, Devices.PHONE)).contains(device(Users.ALICE, Devices.PHONE));
        assertThat(store().access(new TokenHash("old"))).isEmpty();
        assertThat(store().access(new TokenHash("new"))).isPresent();
    }
}
