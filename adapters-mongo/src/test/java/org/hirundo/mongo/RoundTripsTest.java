package org.hirundo.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.fixture.Commits;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many commands the hot calls send. A change of these numbers is a change of how fast the server is. */
class RoundTripsTest {

    private static final StreamPosition FAR = new StreamPosition(1_000_000);

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    private final Storage storage = MONGO.storage();

    private static List<String> commands(Runnable work) {
        return MONGO.commands().during(work);
    }

    private GrowingRoom joinedRoom(RoomId id) {
        var room = new GrowingRoom(id);
        storage.stream().commit(List.of(room.commit(room.join(Users.ALICE))));
        return room;
    }

    private List<GrowingRoom> joinedRooms(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> joinedRoom(Rooms.room("room" + number)))
                .toList();
    }

    @Test
    void a_message_is_committed_without_reading() {
        var room = joinedRoom(Rooms.ATTIC);
        var message = room.commit(room.message(Users.ALICE, Contents.numbered(1)));
        var commit = Commits.sentWith(Commits.transaction(Users.ALICE, Devices.PHONE, "1", message), message);

        assertThat(commands(() -> storage.stream().commit(List.of(commit))))
                .as("position, room, transaction, event")
                .containsExactly("findAndModify", "update", "insert", "insert", "commitTransaction");
    }

    @Test
    void messages_to_many_rooms_cost_no_more_than_one() {
        var changes = joinedRooms(30).stream()
                .<DurableChange>map(room -> room.commit(room.message(Users.ALICE, Contents.numbered(1))))
                .toList();

        assertThat(commands(() -> storage.stream().commit(changes)))
                .containsExactly("findAndModify", "update", "insert", "commitTransaction");
    }

    @Test
    void a_repetition_is_told_after_two_reads() {
        var room = joinedRoom(Rooms.ATTIC);
        var message = room.commit(room.message(Users.ALICE, Contents.numbered(1)));
        var commit = Commits.sentWith(Commits.transaction(Users.ALICE, Devices.PHONE, "1", message), message);
        storage.stream().commit(List.of(commit));

        assertThat(commands(() -> storage.stream().commit(List.of(commit))))
                .containsExactly("findAndModify", "update", "abortTransaction", "find", "find", "commitTransaction");
    }

    @Test
    void account_data_is_committed_with_one_write_beside_the_position() {
        var change = new AccountDataChange(Users.ALICE, Optional.empty(), "m.direct", Contents.numbered(1));

        assertThat(commands(() -> storage.stream().commit(List.of(change))))
                .containsExactly("findAndModify", "update", "commitTransaction");
    }

    @Test
    void a_head_is_read_with_its_state_by_one_command() {
        var room = joinedRoom(Rooms.ATTIC);
        for (int number = 0; number < 20; number++) {
            storage.stream().commit(List.of(room.commit(room.join(Users.user("user" + number)))));
        }

        assertThat(commands(() -> assertThat(storage.rooms().head(Rooms.ATTIC)).isPresent()))
                .containsExactly("aggregate");
        assertThat(commands(() -> storage.rooms().head(Rooms.BARN))).containsExactly("aggregate");
    }

    @Test
    void any_number_of_snapshots_is_one_command() {
        var names = new HashSet<EventId>();
        joinedRooms(20).forEach(room -> names.add(room.state().id().orElseThrow()));

        assertThat(commands(() -> assertThat(storage.rooms().snapshots(names)).hasSize(20)))
                .containsExactly("aggregate");
    }

    @Test
    void any_number_of_events_is_one_command() {
        var ids = new HashSet<EventId>();
        for (int number = 0; number < 1_500; number++) {
            ids.add(new EventId("$" + number));
        }

        assertThat(commands(() -> storage.events().events(ids))).containsExactly("find");
    }

    @Test
    void the_timelines_of_any_number_of_rooms_are_one_command() {
        var ranges = new HashMap<RoomId, TimelineRange>();
        var positions = new HashMap<RoomId, StreamPosition>();
        for (var room : joinedRooms(30)) {
            ranges.put(room.id(), new TimelineRange(StreamPosition.START, FAR, 10));
            positions.put(room.id(), FAR);
        }

        assertThat(commands(() -> assertThat(storage.events().timelines(ranges)).hasSize(30)))
                .containsExactly("aggregate");
        assertThat(commands(
                        () -> assertThat(storage.rooms().statesAt(positions)).hasSize(30)))
                .containsExactly("aggregate");
        assertThat(commands(() -> storage.rooms().changedSince(ranges.keySet(), StreamPosition.START)))
                .containsExactly("find");
        assertThat(commands(() -> storage.memberships().joinedTo(ranges.keySet())))
                .containsExactly("find");
    }

    @Test
    void a_range_of_graph_order_is_one_command() {
        var room = joinedRoom(Rooms.ATTIC);
        var end = storage.events().graphPositionAfter(room.id(), FAR).orElseThrow();

        assertThat(commands(() -> storage.events().backwards(room.id(), end, 10)))
                .containsExactly("find");
        assertThat(commands(() -> storage.events().forwards(room.id(), end, 10)))
                .containsExactly("find");
    }

    @Test
    void the_rooms_of_a_user_are_one_command() {
        joinedRooms(30);

        assertThat(commands(() ->
                        assertThat(storage.memberships().roomsOf(Users.ALICE)).hasSize(30)))
                .containsExactly("find");
    }

    @Test
    void keys_are_claimed_in_one_transaction_of_two_commands() {
        var claims = new HashSet<Claim>();
        for (var user : Users.many(30)) {
            var key = new OneTimeKey(new KeyId("signed_curve25519", "A"), new JsonString("key"));
            storage.oneTimeKeys().add(user, Devices.PHONE, List.of(key), List.of());
            claims.add(new Claim(user, Devices.PHONE, "signed_curve25519"));
        }

        assertThat(commands(
                        () -> assertThat(storage.oneTimeKeys().claim(claims)).hasSize(30)))
                .containsExactly("aggregate", "delete", "commitTransaction");
    }

    @Test
    void an_inbox_is_one_command() {
        assertThat(commands(() -> storage.toDevice().inbox(Users.ALICE, Devices.PHONE, StreamPosition.START, FAR, 100)))
                .containsExactly("find");
    }

    @Test
    void what_a_sync_asks_of_many_is_one_command_each() {
        var users = Users.many(1_500);
        var rooms = Set.of(Rooms.ATTIC, Rooms.BARN);

        assertThat(Map.of(
                        "accounts", commands(() -> storage.accounts().find(users)),
                        "device keys", commands(() -> storage.deviceKeys().deviceKeys(users)),
                        "cross-signing keys",
                                commands(() -> storage.deviceKeys().crossSigningKeys(users)),
                        "changed keys", commands(() -> storage.deviceKeys().changed(StreamPosition.START, FAR)),
                        "devices", commands(() -> storage.sessions().devices(users)),
                        "profiles", commands(() -> storage.profiles().find(users)),
                        "summaries", commands(() -> storage.rooms().summaries(rooms)),
                        "receipts", commands(() -> storage.receipts().changed(rooms, StreamPosition.START, FAR)),
                        "own receipts", commands(() -> storage.receipts().of(Users.ALICE, rooms)),
                        "account data",
                                commands(() -> storage.accountData().changed(Users.ALICE, StreamPosition.START, FAR))))
                .allSatisfy((what, sent) -> assertThat(sent).as(what).containsExactly("find"));
    }
}
