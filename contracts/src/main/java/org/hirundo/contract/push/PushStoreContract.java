package org.hirundo.contract.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.PushStore.Mailed;
import org.hirundo.application.port.push.PushStore.Waiting;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link PushStore} guarantees. */
public abstract class PushStoreContract extends StorageContract {

    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final int MANY = 1_000;

    private PushStore store() {
        return storage().push();
    }

    private static Pusher pusher(UserId user, DeviceId device, String app, String pushkey) {
        return new Pusher(new Pusher.Key(user, app, pushkey), device, Contents.AWKWARD, NOW);
    }

    private static Pusher pusher(UserId user, String pushkey) {
        return pusher(user, Devices.PHONE, "org.example.app", pushkey);
    }

    private Pusher put(Pusher pusher) {
        store().put(pusher, false);
        return pusher;
    }

    private static Waiting waiting(Pusher pusher, long position) {
        return new Waiting(
                pusher.key(), new StreamPosition(position), new EventId("$event" + position), Contents.AWKWARD);
    }

    private List<Waiting> waitingFor(Pusher pusher) {
        return store().waiting(pusher.key(), MANY);
    }

    @Test
    void a_pusher_is_found_as_it_was_put() {
        var pusher = put(pusher(Users.LONGEST, Devices.LONGEST, "a".repeat(64), "\u0000'\"%京" + "k".repeat(500)));

        assertThat(store().find(pusher.key())).contains(pusher);
        assertThat(store().of(Set.of(Users.LONGEST))).isEqualTo(Map.of(Users.LONGEST, List.of(pusher)));
        assertThat(store().users()).containsExactly(Users.LONGEST);
    }

    @Test
    void a_pusher_takes_the_place_of_the_one_before_and_what_waits_stays() {
        var before = put(pusher(Users.ALICE, "key"));
        store().enqueue(List.of(waiting(before, 7)), 10);
        var after = new Pusher(before.key(), Devices.LAPTOP, JsonObject.EMPTY, NOW.plusSeconds(1));
        put(after);

        assertThat(store().of(Set.of(Users.ALICE)).get(Users.ALICE)).containsExactly(after);
        assertThat(waitingFor(after)).containsExactly(waiting(before, 7));
    }

    @Test
    void pushers_of_one_user_are_in_the_order_of_app_and_pushkey() {
        var third = put(pusher(Users.ALICE, Devices.PHONE, "b", "1"));
        var second = put(pusher(Users.ALICE, Devices.PHONE, "a", "2"));
        var first = put(pusher(Users.ALICE, Devices.LAPTOP, "a", "1"));
        var capital = put(pusher(Users.ALICE, Devices.LAPTOP, "A", "1"));

        assertThat(store().of(Set.of(Users.ALICE)).get(Users.ALICE)).containsExactly(capital, first, second, third);
    }

    @Test
    void users_are_not_confused() {
        var pushers = new HashMap<UserId, List<Pusher>>();
        for (var user : Users.awkward()) {
            pushers.put(user, List.of(put(pusher(user, "key"))));
        }

        assertThat(store().of(Set.copyOf(Users.awkward()))).isEqualTo(pushers);
        assertThat(store().users()).isEqualTo(pushers.keySet());
        for (var user : Users.awkward()) {
            assertThat(store().of(Set.of(user))).isEqualTo(Map.of(user, pushers.get(user)));
        }
        assertThat(store().of(Set.of())).isEmpty();
    }

    @Test
    void one_that_is_put_alone_drives_out_those_of_others_and_no_more() {
        var bobs = put(pusher(Users.BOB, "shared"));
        store().enqueue(List.of(waiting(bobs, 1)), 10);
        var bobsOther = put(pusher(Users.BOB, "other"));
        var otherApp = put(pusher(Users.BOB, Devices.PHONE, "org.example.other", "shared"));
        var alices = put(pusher(Users.ALICE, "shared"));
        assertThat(store().find(bobs.key())).isPresent();
        store().put(alices, true);

        assertThat(store().find(bobs.key())).isEmpty();
        assertThat(waitingFor(bobs)).isEmpty();
        assertThat(store().find(bobsOther.key())).isPresent();
        assertThat(store().find(otherApp.key())).isPresent();
        assertThat(store().find(alices.key())).isPresent();
    }

    @Test
    void a_pusher_that_is_removed_takes_with_it_what_waits() {
        var gone = put(pusher(Users.ALICE, "gone"));
        var kept = put(pusher(Users.ALICE, "kept"));
        store().enqueue(List.of(waiting(gone, 1), waiting(kept, 1)), 10);
        store().remove(gone.key());
        store().remove(new Pusher.Key(Users.BOB, "org.example.app", "gone"));

        assertThat(store().of(Set.of(Users.ALICE)).get(Users.ALICE)).containsExactly(kept);
        put(gone);
        assertThat(waitingFor(gone)).isEmpty();
        assertThat(waitingFor(kept)).hasSize(1);
    }

    @Test
    void pushers_go_with_the_devices_that_set_them() {
        var phone = put(pusher(Users.ALICE, Devices.PHONE, "app", "phone"));
        var small = put(pusher(Users.ALICE, Devices.SMALL_PHONE, "app", "small"));
        var laptop = put(pusher(Users.ALICE, Devices.LAPTOP, "app", "laptop"));
        var bobs = put(pusher(Users.BOB, Devices.PHONE, "app", "bob"));
        store().enqueue(List.of(waiting(phone, 1), waiting(laptop, 1), waiting(bobs, 1)), 10);
        storage().stream().commit(List.of(new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE, Devices.LAPTOP))));

        assertThat(store().of(Set.of(Users.ALICE, Users.BOB)))
                .isEqualTo(Map.of(Users.ALICE, List.of(small), Users.BOB, List.of(bobs)));
        assertThat(store().withWaiting()).containsExactly(bobs.key());
        storage().stream().commit(List.of(new DevicesRemoved(Users.ALICE, Set.of())));
        assertThat(store().find(small.key())).contains(small);
    }

    @Test
    void what_waits_is_found_in_order_until_it_is_done() {
        var pusher = put(pusher(Users.ALICE, "key"));
        var other = put(pusher(Users.BOB, "key"));
        store().enqueue(List.of(waiting(pusher, 5), waiting(pusher, 3), waiting(other, 4)), 10);
        store().enqueue(List.of(waiting(pusher, 9)), 10);

        assertThat(waitingFor(pusher)).containsExactly(waiting(pusher, 3), waiting(pusher, 5), waiting(pusher, 9));
        assertThat(store().waiting(pusher.key(), 2)).containsExactly(waiting(pusher, 3), waiting(pusher, 5));
        assertThat(store().withWaiting()).containsExactlyInAnyOrder(pusher.key(), other.key());
        store().done(pusher.key(), new StreamPosition(5));
        assertThat(waitingFor(pusher)).containsExactly(waiting(pusher, 9));
        assertThat(waitingFor(other)).containsExactly(waiting(other, 4));
        store().done(pusher.key(), new StreamPosition(9));
        assertThat(store().withWaiting()).containsExactly(other.key());
    }

    @Test
    void what_waits_already_is_not_added_again() {
        var pusher = put(pusher(Users.ALICE, "key"));
        store().enqueue(List.of(waiting(pusher, 1), waiting(pusher, 2)), 10);
        store().enqueue(List.of(waiting(pusher, 2), waiting(pusher, 3)), 10);

        assertThat(waitingFor(pusher)).containsExactly(waiting(pusher, 1), waiting(pusher, 2), waiting(pusher, 3));
    }

    @Test
    void nothing_waits_for_a_pusher_that_is_not_there() {
        var pusher = pusher(Users.ALICE, "key");
        store().enqueue(List.of(waiting(pusher, 1)), 10);
        store().enqueue(List.of(), 10);

        assertThat(waitingFor(pusher)).isEmpty();
        assertThat(store().withWaiting()).isEmpty();
        put(pusher);
        assertThat(waitingFor(pusher)).isEmpty();
    }

    @Test
    void the_oldest_beyond_the_limit_are_dropped() {
        var pusher = put(pusher(Users.ALICE, "key"));
        store().enqueue(
                        IntStream.rangeClosed(1, 8)
                                .mapToObj(position -> waiting(pusher, position))
                                .toList(),
                        5);
        assertThat(waitingFor(pusher)).hasSize(5).startsWith(waiting(pusher, 4));
        store().enqueue(List.of(waiting(pusher, 9)), 5);

        assertThat(waitingFor(pusher)).hasSize(5).startsWith(waiting(pusher, 5)).endsWith(waiting(pusher, 9));
    }

    @Test
    void what_mails_told_of_is_noted_with_what_is_done() {
        var pusher = put(pusher(Users.ALICE, "key"));
        var other = put(pusher(Users.ALICE, "other"));
        assertThat(store().mailed(pusher.key())).isEmpty();
        store().enqueue(List.of(waiting(pusher, 1), waiting(pusher, 2), waiting(other, 1)), 10);
        var attic = new Mailed(new StreamPosition(1), NOW, 1);
        var barn = new Mailed(new StreamPosition(Long.MAX_VALUE), NOW.plusSeconds(1), 7);
        store().mailed(pusher.key(), new StreamPosition(1), Map.of(Rooms.ATTIC, attic, Rooms.BARN, barn));

        assertThat(store().mailed(pusher.key())).isEqualTo(Map.of(Rooms.ATTIC, attic, Rooms.BARN, barn));
        assertThat(waitingFor(pusher)).containsExactly(waiting(pusher, 2));
        assertThat(store().mailed(other.key())).isEmpty();
        assertThat(waitingFor(other)).hasSize(1);
        put(new Pusher(pusher.key(), Devices.LAPTOP, JsonObject.EMPTY, NOW));
        assertThat(store().mailed(pusher.key())).hasSize(2);
        store().mailed(pusher.key(), new StreamPosition(2), Map.of(Rooms.BARN, barn));
        assertThat(store().mailed(pusher.key())).isEqualTo(Map.of(Rooms.BARN, barn));
    }

    @Test
    void nothing_is_noted_of_mails_for_a_pusher_that_is_not_there() {
        var pusher = put(pusher(Users.ALICE, "key"));
        var noted = Map.of(Rooms.ATTIC, new Mailed(new StreamPosition(1), NOW, 1));
        store().mailed(pusher.key(), new StreamPosition(1), noted);
        store().remove(pusher.key());
        store().mailed(pusher.key(), new StreamPosition(1), noted);

        assertThat(store().find(pusher.key())).isEmpty();
        put(pusher);
        assertThat(store().mailed(pusher.key())).isEmpty();
    }

    @Test
    void adding_and_finishing_at_the_same_time_loses_nothing() {
        var pusher = put(pusher(Users.ALICE, "key"));
        store().enqueue(List.of(waiting(pusher, 1)), MANY);
        Concurrently.call(10, caller -> {
            if (caller % 2 == 0) {
                store().done(pusher.key(), new StreamPosition(1));
            } else {
                store().enqueue(List.of(waiting(pusher, 10L + caller)), MANY);
            }
            return caller;
        });

        var expected = new ArrayList<Waiting>();
        for (int caller = 1; caller < 10; caller += 2) {
            expected.add(waiting(pusher, 10L + caller));
        }
        assertThat(waitingFor(pusher)).isEqualTo(expected);
    }
}
