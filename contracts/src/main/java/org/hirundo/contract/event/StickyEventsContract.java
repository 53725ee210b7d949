package org.hirundo.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Commits;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.junit.jupiter.api.Test;

/** What every {@link EventStore} guarantees of sticky events. */
public abstract class StickyEventsContract extends StorageContract {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final StreamPosition END = new StreamPosition(1_000);

    private final GrowingRoom attic = new GrowingRoom(Rooms.ATTIC);
    private final GrowingRoom barn = new GrowingRoom(Rooms.BARN);

    private void commit(DurableChange... changes) {
        storage().stream().commit(List.of(changes));
    }

    private RoomCommit created(GrowingRoom room) {
        return room.commit(room.join(Users.ALICE));
    }

    private List<EventId> sticky(Set<RoomId> rooms, Instant now) {
        return storage().events().sticky(rooms, StreamPosition.START, END, now, 100);
    }

    private static Instant sent(Event event) {
        return Instant.ofEpochMilli(event.originServerTs());
    }

    @Test
    void an_event_is_sticky_for_its_time() {
        var sticky = attic.sticky(Users.ALICE, A_MINUTE);
        commit(created(attic), attic.commit(sticky, attic.message(Users.ALICE, Contents.numbered(1))));
        var end = sent(sticky).plus(A_MINUTE);

        assertThat(sticky(Set.of(Rooms.ATTIC), sent(sticky))).containsExactly(sticky.id());
        assertThat(sticky(Set.of(Rooms.ATTIC), end.minusMillis(1))).containsExactly(sticky.id());
        assertThat(sticky(Set.of(Rooms.ATTIC), end)).isEmpty();
        assertThat(storage()
                        .events()
                        .events(Set.of(sticky.id()))
                        .get(sticky.id())
                        .event()
                        .stickiness())
                .isEqualTo(sticky.stickiness());
    }

    @Test
    void the_first_of_several_rooms_are_found_in_stream_order() {
        commit(created(attic), created(barn));
        var one = attic.sticky(Users.ALICE, A_MINUTE);
        var two = barn.sticky(Users.ALICE, A_MINUTE);
        var three = attic.sticky(Users.BOB, A_MINUTE);
        commit(attic.commit(one), barn.commit(two), attic.commit(three));
        var both = Set.of(Rooms.ATTIC, Rooms.BARN);
        var store = storage().events();
        var now = sent(one);

        assertThat(sticky(both, now)).containsExactly(one.id(), two.id(), three.id());
        assertThat(sticky(Set.of(Rooms.BARN), now)).containsExactly(two.id());
        assertThat(sticky(Set.of(), now)).isEmpty();
        assertThat(store.sticky(both, StreamPosition.START, END, now, 2)).containsExactly(one.id(), two.id());
        assertThat(store.sticky(both, new StreamPosition(3), new StreamPosition(4), now, 100))
                .containsExactly(two.id());
    }

    @Test
    void what_is_redacted_or_was_not_accepted_is_not_sticky() {
        commit(created(attic));
        var redacted = attic.sticky(Users.ALICE, A_MINUTE);
        commit(attic.commit(redacted));
        commit(Commits.redacting(redacted, attic.commit(attic.message(Users.BOB, Contents.numbered(1)))));
        var atOnce = attic.sticky(Users.ALICE, A_MINUTE);
        var sent = attic.commit(atOnce);
        commit(sent, Commits.redacting(atOnce, attic.commit(attic.message(Users.BOB, Contents.numbered(2)))));
        var softFailed = attic.sticky(Users.ALICE, A_MINUTE);
        commit(Commits.standing(Standing.SOFT_FAILED, attic.commit(softFailed)));

        assertThat(sticky(Set.of(Rooms.ATTIC), sent(redacted))).isEmpty();
    }
}
