package org.hirundo.contract.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomCommit.MembershipChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Test;

/** What every {@link MembershipStore} guarantees. */
public abstract class MembershipStoreContract extends StorageContract {

    private final GrowingRoom attic = new GrowingRoom(Rooms.ATTIC);
    private final GrowingRoom barn = new GrowingRoom(Rooms.BARN);

    private MembershipStore store() {
        return storage().memberships();
    }

    private void commit(DurableChange... changes) {
        storage().stream().commit(List.of(changes));
    }

    private static RoomMembership current(Event event, Membership membership, long since) {
        return new RoomMembership(
                event.roomId(), event.sender(), membership, event.id(), new StreamPosition(since), false);
    }

    @Test
    void every_kind_of_membership_is_found_as_it_was_committed() {
        var events = new LinkedHashMap<Membership, Event>();
        for (var membership : Membership.values()) {
            events.put(membership, attic.member(Users.user(membership.toString()), membership));
        }
        commit(attic.commit(events.values().toArray(Event[]::new)));

        long since = 1;
        for (var entry : events.entrySet()) {
            assertThat(store().find(Rooms.ATTIC, entry.getValue().sender()))
                    .contains(current(entry.getValue(), entry.getKey(), since++));
        }
        assertThat(store().membersOf(Rooms.ATTIC)).hasSize(events.size());
    }

    @Test
    void who_has_no_membership_is_not_found() {
        commit(attic.commit(attic.join(Users.ALICE)));

        assertThat(store().find(Rooms.ATTIC, Users.BOB)).isEmpty();
        assertThat(store().find(Rooms.BARN, Users.ALICE)).isEmpty();
        assertThat(store().roomsOf(Users.BOB)).isEmpty();
        assertThat(store().membersOf(Rooms.BARN)).isEmpty();
    }

    @Test
    void a_later_membership_takes_the_place_of_the_one_before() {
        var join = attic.join(Users.ALICE);
        commit(attic.commit(join));
        var message = attic.message(Users.ALICE, Contents.numbered(1));
        var leave = attic.member(Users.ALICE, Membership.LEAVE);
        commit(attic.commit(message, leave));

        assertThat(store().roomsOf(Users.ALICE)).isEqualTo(Map.of(Rooms.ATTIC, current(leave, Membership.LEAVE, 3)));
        assertThat(store().membersOf(Rooms.ATTIC)).isEqualTo(Map.of(Users.ALICE, current(leave, Membership.LEAVE, 3)));
        assertThat(store().joinedTo(Set.of(Rooms.ATTIC))).isEmpty();
    }

    @Test
    void of_two_memberships_of_a_user_in_one_call_the_later_counts() {
        var join = attic.join(Users.ALICE);
        var leave = attic.member(Users.ALICE, Membership.LEAVE);
        var again = attic.join(Users.ALICE);
        commit(attic.commit(join, leave), attic.commit(again));

        assertThat(store().find(Rooms.ATTIC, Users.ALICE)).contains(current(again, Membership.JOIN, 3));
    }

    @Test
    void an_event_known_before_is_current_since_the_last_position_of_the_commit() {
        var old = attic.join(Users.ALICE);
        var newer = attic.member(Users.ALICE, Membership.LEAVE);
        commit(attic.commit(old), attic.commit(newer));
        var merge = attic.commit(
                attic.message(Users.BOB, Contents.numbered(1)), attic.message(Users.BOB, Contents.numbered(2)));
        commit(new RoomCommit(
                merge.room(),
                merge.version(),
                merge.basedOn(),
                merge.events(),
                merge.snapshots(),
                merge.forwardExtremities(),
                merge.currentState(),
                List.of(new MembershipChange(Users.ALICE, Membership.JOIN, old.id())),
                merge.redacted(),
                merge.summary(),
                merge.transaction()));

        assertThat(store().find(Rooms.ATTIC, Users.ALICE)).contains(current(old, Membership.JOIN, 4));
    }

    @Test
    void the_rooms_of_a_user_and_the_members_of_a_room_are_theirs_alone() {
        var aliceInAttic = attic.join(Users.ALICE);
        var bobInAttic = attic.join(Users.BOB);
        var aliceInBarn = barn.join(Users.ALICE);
        commit(attic.commit(aliceInAttic, bobInAttic), barn.commit(aliceInBarn));

        assertThat(store().roomsOf(Users.ALICE))
                .isEqualTo(Map.of(
                        Rooms.ATTIC,
                        current(aliceInAttic, Membership.JOIN, 1),
                        Rooms.BARN,
                        current(aliceInBarn, Membership.JOIN, 3)));
        assertThat(store().membersOf(Rooms.ATTIC)).containsOnlyKeys(Users.ALICE, Users.BOB);
        assertThat(store().membersOf(Rooms.BARN)).containsOnlyKeys(Users.ALICE);
    }

    @Test
    void the_joined_users_of_many_rooms_are_read_together() {
        commit(
                attic.commit(attic.join(Users.ALICE), attic.join(Users.BOB), attic.member(Users.CAROL, Membership.BAN)),
                barn.commit(barn.member(Users.ALICE, Membership.INVITE)));
        var asked = new HashSet<RoomId>();
        for (int number = 0; number < 1_500; number++) {
            asked.add(Rooms.room("room" + number));
        }
        asked.addAll(Set.of(Rooms.ATTIC, Rooms.BARN));

        assertThat(store().joinedTo(asked)).isEqualTo(Map.of(Rooms.ATTIC, Set.of(Users.ALICE, Users.BOB)));
        assertThat(store().joinedTo(Set.of())).isEmpty();
    }

    @Test
    void users_and_rooms_are_compared_by_bytes_and_not_cut_off() {
        for (var id : Rooms.awkward()) {
            var room = new GrowingRoom(id);
            commit(room.commit(Users.awkward().stream().map(room::join).toArray(Event[]::new)));
        }

        for (var user : Users.awkward()) {
            assertThat(store().roomsOf(user)).containsOnlyKeys(Rooms.awkward());
        }
        for (var id : Rooms.awkward()) {
            assertThat(store().membersOf(id)).containsOnlyKeys(Users.awkward());
            assertThat(store().find(id, Users.HISTORICAL)).isPresent();
        }
        assertThat(store().joinedTo(Rooms.awkward())).containsOnlyKeys(Rooms.awkward());
    }

    @Test
    void a_room_that_was_left_is_forgotten_by_its_user_alone() {
        commit(
                attic.commit(attic.member(Users.ALICE, Membership.LEAVE), attic.member(Users.BOB, Membership.LEAVE)),
                barn.commit(barn.member(Users.ALICE, Membership.BAN)));

        store().forget(Users.ALICE, Set.of(Rooms.ATTIC, Rooms.HASHED));

        assertThat(store().find(Rooms.ATTIC, Users.ALICE).orElseThrow().forgotten())
                .isTrue();
        assertThat(store().roomsOf(Users.ALICE)).containsOnlyKeys(Rooms.ATTIC, Rooms.BARN);
        assertThat(store().roomsOf(Users.ALICE).values())
                .filteredOn(RoomMembership::forgotten)
                .extracting(RoomMembership::room)
                .containsExactly(Rooms.ATTIC);
        assertThat(store().find(Rooms.ATTIC, Users.BOB).orElseThrow().forgotten())
                .isFalse();
        assertThat(store().find(Rooms.HASHED, Users.ALICE)).isEmpty();
    }

    @Test
    void a_later_membership_takes_the_mark_of_a_forgotten_room_away() {
        commit(attic.commit(attic.member(Users.ALICE, Membership.LEAVE)));
        store().forget(Users.ALICE, Set.of(Rooms.ATTIC));
        var invite = attic.member(Users.ALICE, Membership.INVITE);

        commit(attic.commit(invite));

        assertThat(store().find(Rooms.ATTIC, Users.ALICE)).contains(current(invite, Membership.INVITE, 2));
    }
}
