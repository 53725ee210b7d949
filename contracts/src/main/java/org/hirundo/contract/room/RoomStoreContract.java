package org.hirundo.contract.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomCommit.NewEvent;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.RoomSummary;
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
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.domain.state.SnapshotChain;
import org.hirundo.domain.state.StateDelta;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link RoomStore} guarantees. */
public abstract class RoomStoreContract extends StorageContract {

    private final GrowingRoom attic = new GrowingRoom(Rooms.ATTIC);

    private RoomStore store() {
        return storage().rooms();
    }

    private void commit(DurableChange... changes) {
        storage().stream().commit(List.of(changes));
    }

    private static StreamPosition at(long position) {
        return new StreamPosition(position);
    }

    private RoomHead head(RoomId room) {
        return store().head(room).orElseThrow();
    }

    /** The commit with these snapshots, the last of which is the current state. */
    private static RoomCommit withSnapshots(List<Snapshot> snapshots, RoomCommit commit) {
        return new RoomCommit(
                commit.room(),
                commit.version(),
                commit.basedOn(),
                commit.events(),
                snapshots,
                commit.forwardExtremities(),
                Optional.of(snapshots.getLast().id()),
                commit.memberships(),
                commit.redacted(),
                commit.summary(),
                commit.transaction());
    }

    private static RoomSummary summary(String name, int joinedMembers) {
        return new RoomSummary(
                Optional.of(name),
                Optional.of("before\u0000after"),
                Optional.of("mxc://hirundo.example/a"),
                Optional.of("#\uD83D\uDC26:hirundo.example"),
                "knock_restricted",
                Optional.of("m.space"),
                Optional.of("m.megolm.v1.aes-sha2"),
                true,
                false,
                joinedMembers,
                23);
    }

    @Test
    void a_room_that_is_not_known_has_no_head() {
        commit(attic.commit(attic.join(Users.ALICE)));

        assertThat(store().head(Rooms.BARN)).isEmpty();
        assertThat(store().head(Rooms.CAPITAL_ATTIC)).isEmpty();
    }

    @Test
    void a_head_is_what_the_last_commit_left() {
        var join = attic.join(Users.ALICE);
        commit(attic.commit(join));
        var first = attic.message(Users.ALICE, Contents.numbered(1));
        var second = attic.message(Users.ALICE, Contents.numbered(2));
        commit(Commits.leaving(Set.of(first.id(), second.id()), attic.commit(first, second)));

        assertThat(head(Rooms.ATTIC))
                .isEqualTo(new RoomHead(
                        Rooms.ATTIC,
                        RoomVersion.V11,
                        2,
                        Set.of(first.id(), second.id()),
                        List.of(attic.state().latest())));
    }

    @Test
    void rooms_of_every_version_are_known_by_their_ids() {
        for (var version : RoomVersion.supported()) {
            var room = new GrowingRoom(Rooms.room("version" + version.id()), version);
            commit(room.commit(room.join(Users.ALICE)));
        }

        for (var version : RoomVersion.supported()) {
            assertThat(head(Rooms.room("version" + version.id())).version()).isEqualTo(version);
        }
    }

    @Test
    void rooms_are_compared_by_bytes_and_not_cut_off() {
        for (var id : Rooms.awkward()) {
            var room = new GrowingRoom(id);
            commit(room.commit(summary(id.toString(), 1), room.join(Users.ALICE)));
        }

        for (var id : Rooms.awkward()) {
            assertThat(head(id).room()).isEqualTo(id);
            assertThat(head(id).revision()).isEqualTo(1);
        }
        assertThat(store().summaries(Rooms.awkward())).containsOnlyKeys(Rooms.awkward());
    }

    @Test
    void a_room_may_have_no_state_yet() {
        var event = attic.join(Users.ALICE);
        var stateless = new RoomCommit(
                Rooms.ATTIC,
                RoomVersion.V11,
                RoomRevision.NONE,
                List.of(new NewEvent(event, Standing.OUTLIER, event.id(), event.id(), Optional.empty())),
                List.of(),
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());

        commit(stateless);

        assertThat(head(Rooms.ATTIC)).isEqualTo(new RoomHead(Rooms.ATTIC, RoomVersion.V11, 1, Set.of(), List.of()));
        commit(Commits.basedOn(stateless.result(), attic.commit(attic.join(Users.BOB))));
        assertThat(head(Rooms.ATTIC).revision()).isEqualTo(2);
    }

    @Test
    void a_head_tells_the_current_state_with_all_bases_after_any_number_of_changes() {
        for (int number = 0; number < 70; number++) {
            commit(attic.commit(attic.join(Users.user("user" + number))));

            var chain = SnapshotChain.of(head(Rooms.ATTIC).currentState());
            assertThat(chain.state())
                    .as("after %s changes", number + 1)
                    .isEqualTo(attic.state().state());
            assertThat(chain.latest()).isEqualTo(attic.state().latest());
        }
    }

    @Test
    void a_new_chain_can_be_written_from_what_was_read() {
        for (int number = 0; number < 12; number++) {
            commit(attic.commit(attic.join(Users.user("user" + number))));
        }
        var join = attic.join(Users.ALICE);
        var commit = attic.commit(join);
        var appended = SnapshotChain.of(head(Rooms.ATTIC).currentState())
                .append(join.id(), StateDelta.setting(join.stateTuple().orElseThrow(), join.id()));

        commit(withSnapshots(List.of(appended.latest()), commit));

        assertThat(SnapshotChain.of(head(Rooms.ATTIC).currentState()).state()).isEqualTo(appended.state());
    }

    @Test
    void snapshots_of_many_names_are_read_together_each_with_its_bases_latest_first() {
        var states = new HashMap<EventId, SnapshotChain>();
        for (int number = 0; number < 6; number++) {
            var room = new GrowingRoom(Rooms.room("room" + number));
            for (int member = 0; member <= number * 3; member++) {
                commit(room.commit(room.join(Users.user("user" + member))));
                states.put(room.state().id().orElseThrow(), room.state());
            }
        }
        var names = new HashSet<>(states.keySet());
        names.add(new EventId("$unknown"));

        var found = store().snapshots(names);

        assertThat(found).containsOnlyKeys(states.keySet());
        found.forEach((name, snapshots) -> {
            assertThat(snapshots.getFirst().id()).isEqualTo(name);
            assertThat(SnapshotChain.of(snapshots).state())
                    .isEqualTo(states.get(name).state());
        });
        assertThat(store().snapshots(Set.of())).isEmpty();
    }

    @Test
    void states_may_lose_something_and_hold_anything() {
        var tuples = List.of(
                new StateTuple(EventType.NAME, ""),
                new StateTuple(EventType.MEMBER, Users.HISTORICAL.toString()),
                new StateTuple(EventType.MEMBER, Users.LONGEST.toString()),
                new StateTuple(new EventType(""), ""),
                new StateTuple(new EventType("im.example.\uD83D\uDE00"), "a\u0000b"),
                new StateTuple(new EventType("t".repeat(255)), "k".repeat(255)));
        var ids = List.of(
                new EventId("$31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM"),
                new EventId("$acR1l0raoZnm60CBwAVgqbZqoO/mYU81xysh1u7XcJk"),
                new EventId("$143273582443PhrSn:example.org"),
                new EventId("$" + "e".repeat(254)),
                new EventId("$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"),
                new EventId("$\uD83D\uDE00"));
        var set = new HashMap<StateTuple, EventId>();
        for (int number = 0; number < tuples.size(); number++) {
            set.put(tuples.get(number), ids.get(number));
        }
        var events = List.of(
                attic.join(Users.ALICE),
                attic.message(Users.ALICE, Contents.numbered(1)),
                attic.message(Users.ALICE, Contents.numbered(2)));
        var first = SnapshotChain.EMPTY.append(events.get(0).id(), new StateDelta(set, Set.of()));
        var second = first.append(events.get(1).id(), StateDelta.setting(tuples.getFirst(), ids.getLast()));
        // The third is told from the second, what is gone included.
        var third = second.append(events.get(2).id(), new StateDelta(Map.of(), Set.of(tuples.get(4), tuples.get(5))));

        commit(withSnapshots(
                List.of(first.latest(), second.latest(), third.latest()), attic.commit(events.toArray(Event[]::new))));

        assertThat(third.latest().delta().removed()).hasSize(2);
        assertThat(head(Rooms.ATTIC).currentState()).containsExactly(third.latest(), second.latest());
        assertThat(store().snapshots(Set.of(events.get(0).id()))
                        .get(events.get(0).id()))
                .containsExactly(first.latest());
    }

    @Test
    void a_state_of_many_members_is_kept_whole() {
        var set = new HashMap<StateTuple, EventId>();
        for (int number = 0; number < 20_000; number++) {
            set.put(
                    new StateTuple(EventType.MEMBER, Users.user("user" + number).toString()),
                    new EventId("$" + number));
        }
        var join = attic.join(Users.ALICE);
        var chain = SnapshotChain.EMPTY.append(join.id(), new StateDelta(set, Set.of()));

        commit(withSnapshots(List.of(chain.latest()), attic.commit(join)));

        assertThat(head(Rooms.ATTIC).currentState()).containsExactly(chain.latest());
    }

    @Test
    void the_state_at_a_position_is_that_after_everything_up_to_it() {
        var barn = new GrowingRoom(Rooms.BARN);
        var created = attic.join(Users.ALICE);
        var named = attic.state(Users.ALICE, EventType.NAME, "", JsonObject.of("name", "Attic"));
        var inBarn = barn.join(Users.ALICE);
        commit(
                attic.commit(created),
                attic.commit(attic.message(Users.ALICE, Contents.numbered(1)), named),
                barn.commit(inBarn),
                attic.commit(attic.message(Users.ALICE, Contents.numbered(2))));

        assertThat(store().statesAt(Map.of(Rooms.ATTIC, at(1), Rooms.BARN, at(3))))
                .isEqualTo(Map.of(Rooms.ATTIC, created.id()));
        assertThat(store().statesAt(Map.of(Rooms.ATTIC, at(2), Rooms.BARN, at(4))))
                .isEqualTo(Map.of(Rooms.ATTIC, created.id(), Rooms.BARN, inBarn.id()));
        assertThat(store().statesAt(Map.of(Rooms.ATTIC, at(3)))).isEqualTo(Map.of(Rooms.ATTIC, named.id()));
        assertThat(store().statesAt(Map.of(Rooms.ATTIC, at(100), Rooms.HASHED, at(100))))
                .isEqualTo(Map.of(Rooms.ATTIC, named.id()));
        assertThat(store().statesAt(Map.of(Rooms.ATTIC, StreamPosition.START))).isEmpty();
        assertThat(store().statesAt(Map.of())).isEmpty();
    }

    @Test
    @Tag("easily-missed-8")
    void where_the_rooms_state_is_not_that_after_the_event_it_is_the_rooms_that_counts() {
        var created = attic.join(Users.ALICE);
        var joined = attic.join(Users.BOB);
        commit(attic.commit(created), attic.commit(joined));
        var fork = attic.message(Users.ALICE, Contents.numbered(1));
        var commit = attic.commit(fork);
        commit(Commits.ofEvents(
                List.of(new NewEvent(fork, Standing.ACCEPTED, created.id(), joined.id(), Optional.empty())), commit));

        assertThat(store().statesAt(Map.of(Rooms.ATTIC, at(3)))).isEqualTo(Map.of(Rooms.ATTIC, joined.id()));
        assertThat(storage().events().events(Set.of(fork.id())).values())
                .extracting(stored -> stored.stateAfter())
                .containsExactly(created.id());
    }

    @Test
    void the_states_of_many_rooms_are_read_together() {
        var positions = new HashMap<RoomId, StreamPosition>();
        for (int number = 0; number < 1_500; number++) {
            positions.put(Rooms.room("room" + number), at(number + 1L));
        }
        var changes = new ArrayList<DurableChange>();
        for (int number = 0; number < 30; number++) {
            var room = new GrowingRoom(Rooms.room("room" + number));
            changes.add(room.commit(room.join(Users.ALICE)));
        }
        storage().stream().commit(changes);

        assertThat(store().statesAt(positions)).hasSize(30);
    }

    @Test
    void rooms_with_later_events_are_told() {
        var barn = new GrowingRoom(Rooms.BARN);
        commit(
                attic.commit(attic.join(Users.ALICE)),
                barn.commit(barn.join(Users.ALICE)),
                attic.commit(attic.message(Users.ALICE, Contents.numbered(1))));
        var asked = new HashSet<RoomId>();
        for (int number = 0; number < 1_500; number++) {
            asked.add(Rooms.room("room" + number));
        }
        asked.addAll(Set.of(Rooms.ATTIC, Rooms.BARN, Rooms.CAPITAL_ATTIC));

        assertThat(store().changedSince(asked, StreamPosition.START))
                .containsExactlyInAnyOrder(Rooms.ATTIC, Rooms.BARN);
        assertThat(store().changedSince(asked, at(2))).containsExactly(Rooms.ATTIC);
        assertThat(store().changedSince(asked, at(3))).isEmpty();
        assertThat(store().changedSince(Set.of(Rooms.BARN), at(1))).containsExactly(Rooms.BARN);
        assertThat(store().changedSince(Set.of(), StreamPosition.START)).isEmpty();
    }

    @Test
    void a_summary_is_replaced_as_a_whole_and_kept_by_commits_without_one() {
        commit(attic.commit(summary("first", 1), attic.join(Users.ALICE)));
        assertThat(store().summaries(List.of(Rooms.ATTIC, Rooms.BARN)))
                .isEqualTo(Map.of(Rooms.ATTIC, summary("first", 1)));
        var bare = new RoomSummary(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "public",
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                4711,
                0);

        commit(attic.commit(bare, attic.join(Users.BOB)));
        commit(attic.commit(attic.message(Users.BOB, Contents.numbered(1))));

        assertThat(store().summaries(List.of(Rooms.ATTIC))).isEqualTo(Map.of(Rooms.ATTIC, bare));
        assertThat(store().summaries(List.of())).isEmpty();
    }

    @Test
    void of_two_summaries_in_one_call_the_later_counts() {
        commit(
                attic.commit(summary("first", 1), attic.join(Users.ALICE)),
                attic.commit(summary("second", 2), attic.join(Users.BOB)),
                attic.commit(attic.message(Users.BOB, Contents.numbered(1))));

        assertThat(store().summaries(List.of(Rooms.ATTIC))).isEqualTo(Map.of(Rooms.ATTIC, summary("second", 2)));
    }
}
