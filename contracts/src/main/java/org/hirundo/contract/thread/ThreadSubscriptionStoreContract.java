package org.hirundo.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link ThreadSubscriptionStore} guarantees. */
public abstract class ThreadSubscriptionStoreContract extends StorageContract {

    private ThreadSubscriptionStore store() {
        return storage().threadSubscriptions();
    }

    private Entry put(UserId user, RoomId room, String root, Subscription subscription) {
        var change = new ThreadSubscriptionChange(user, room, new EventId(root), subscription);
        var outcome = (Committed) storage().stream().commit(List.of(change)).getFirst();
        return new Entry(room, change.root(), subscription, outcome.first());
    }

    private List<Entry> all(UserId user) {
        return store().latest(user, StreamPosition.START, storage().stream().position(), 100);
    }

    @Test
    void a_subscription_is_found_as_it_was_put() {
        var put = put(Users.LONGEST, Rooms.LONGEST, "$root", Subscription.AUTOMATIC);

        assertThat(store().find(Users.LONGEST, Rooms.LONGEST, new EventId("$root")))
                .contains(put);
        assertThat(store().find(Users.LONGEST, Rooms.LONGEST, new EventId("$other")))
                .isEmpty();
        assertThat(store().find(Users.LONGEST, Rooms.ATTIC, new EventId("$root")))
                .isEmpty();
        assertThat(store().find(Users.ALICE, Rooms.LONGEST, new EventId("$root")))
                .isEmpty();
    }

    @Test
    void the_last_change_takes_the_place_of_those_before() {
        put(Users.ALICE, Rooms.ATTIC, "$root", Subscription.MANUAL);
        var other = put(Users.ALICE, Rooms.ATTIC, "$other", Subscription.MANUAL);
        var last = put(Users.ALICE, Rooms.ATTIC, "$root", Subscription.NONE);

        assertThat(store().find(Users.ALICE, Rooms.ATTIC, new EventId("$root"))).contains(last);
        assertThat(all(Users.ALICE)).containsExactly(last, other);
    }

    @Test
    void changes_are_read_latest_first_between_two_positions() {
        var one = put(Users.ALICE, Rooms.ATTIC, "$1", Subscription.MANUAL);
        var two = put(Users.ALICE, Rooms.ATTIC, "$2", Subscription.AUTOMATIC);
        put(Users.BOB, Rooms.ATTIC, "$1", Subscription.MANUAL);
        var three = put(Users.ALICE, Rooms.LONGEST, "$3", Subscription.NONE);

        assertThat(all(Users.ALICE)).containsExactly(three, two, one);
        assertThat(store().latest(Users.ALICE, one.position(), three.position(), 100))
                .containsExactly(three, two);
        assertThat(store().latest(Users.ALICE, StreamPosition.START, two.position(), 100))
                .containsExactly(two, one);
        assertThat(store().latest(Users.ALICE, StreamPosition.START, three.position(), 2))
                .containsExactly(three, two);
        assertThat(all(Users.CAROL)).isEmpty();
    }

    @Test
    void a_thread_whose_subscription_changed_since_is_not_found_before_that() {
        put(Users.ALICE, Rooms.ATTIC, "$1", Subscription.MANUAL);
        var before = storage().stream().position();
        put(Users.ALICE, Rooms.ATTIC, "$1", Subscription.NONE);

        assertThat(store().latest(Users.ALICE, StreamPosition.START, before, 100))
                .isEmpty();
    }
}
