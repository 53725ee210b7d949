package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.sync.ReadEventStream;
import org.hirundo.application.sync.ReadEventStream.Part;
import org.hirundo.application.sync.ReadInitialSync;
import org.hirundo.application.sync.Sync;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.junit.jupiter.api.Test;

/** How clients kept up with the server before there was {@code /sync}, and still do with rooms they only look into. */
public abstract class EventStreamStory extends SyncStory {

    private static final InitialState WORLD_READABLE =
            new InitialState(EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", "world_readable"));

    private Part reads(Requester user, Optional<RoomId> room, Optional<SyncToken> from, Duration timeout) {
        return the(ReadEventStream.class).read(new ReadEventStream.Wanted(user, room, from, timeout));
    }

    private Part reads(Requester user, Part before) {
        return reads(user, Optional.empty(), Optional.of(before.end()), Duration.ZERO);
    }

    private Part begins(Requester user) {
        return reads(user, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    private Part looksInto(Requester user, RoomId room, Part before) {
        return reads(user, Optional.of(room), Optional.of(before.end()), Duration.ZERO);
    }

    private CompletableFuture<Part> waits(Requester user, Optional<RoomId> room, Part before) {
        // With it comes what wakes whoever waits.
        the(Sync.class);
        var waiting = CompletableFuture.supplyAsync(
                () -> reads(user, room, Optional.of(before.end()), Duration.ofMinutes(1)),
                task -> Thread.ofVirtual().start(task));
        while (the(Waiters.class).size() == 0 && !waiting.isDone()) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    private static Part news(CompletableFuture<Part> waiting) throws Exception {
        return waiting.get(30, TimeUnit.SECONDS);
    }

    @Test
    void what_happens_in_a_users_rooms_is_told_in_its_order() {
        var one = aRoomWithBob();
        var two = aRoomWithBob();
        var elsewhere = created(aPublicRoomOf(ALICE, WORLD_READABLE));
        var first = begins(BOB);
        assertThat(first.chunk()).isEmpty();
        says(ALICE, one, "first");
        says(ALICE, elsewhere, "not for Bob");
        says(ALICE, two, "second");
        says(BOB, one, "third");
        var second = reads(BOB, first);

        assertThat(second.start()).isEqualTo(first.end());
        assertThat(texts(second.chunk())).containsExactly("first", "second", "third");
        assertThat(reads(BOB, second).chunk()).isEmpty();
    }

    @Test
    void nothing_is_left_out_however_much_happened() {
        var room = aRoomWithBob();
        var elsewhere = created(aPublicRoomOf(ALICE));
        var said = new ArrayList<String>();
        var part = begins(BOB);
        for (int number = 0; number < 120; number++) {
            said.add("message " + number);
            says(ALICE, room, said.getLast());
            says(ALICE, elsewhere, "noise");
        }
        var told = new ArrayList<String>();
        do {
            part = reads(BOB, part);
            told.addAll(texts(part.chunk()));
        } while (!part.chunk().isEmpty());

        assertThat(told).isEqualTo(said);
    }

    @Test
    void an_invite_and_being_put_out_are_told() {
        var room = created(aRoomOf(ALICE));
        var first = begins(BOB);
        says(ALICE, room, "secret");
        invites(ALICE, room, BOB);
        var second = reads(BOB, first);
        joins(BOB, room);
        kicks(ALICE, room, BOB);
        says(ALICE, room, "gone");
        var third = reads(BOB, second);

        assertThat(members(second.chunk())).containsExactly(BOB.user().toString());
        assertThat(texts(second.chunk())).isEmpty();
        assertThat(members(third.chunk())).containsOnly(BOB.user().toString());
        assertThat(texts(third.chunk())).isEmpty();
    }

    @Test
    void who_is_ignored_is_not_heard() {
        var room = aRoomWithBob();
        ignores(BOB, ALICE);
        var first = begins(BOB);
        says(ALICE, room, "noise");

        assertThat(reads(BOB, first).chunk()).isEmpty();
    }

    @Test
    void everybody_may_look_into_a_room_that_is_open_to_the_world_and_into_no_other() {
        var open = created(aPublicRoomOf(ALICE, WORLD_READABLE));
        var shared = created(aPublicRoomOf(ALICE));
        var guest = Server.guest("visitor");
        var first = reads(guest, Optional.of(open), Optional.empty(), Duration.ZERO);
        says(ALICE, open, "for all");
        says(ALICE, shared, "for members");

        assertThat(texts(looksInto(guest, open, first).chunk())).containsExactly("for all");
        assertThatThrownBy(() -> looksInto(guest, shared, first)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> looksInto(BOB, RoomId.parse("!nowhere:hirundo.example"), first))
                .isInstanceOf(Forbidden.class);
        assertThat(reads(BOB, first).chunk()).isEmpty();
        assertThat(texts(looksInto(ALICE, shared, first).chunk())).containsExactly("for members");
    }

    @Test
    void who_looks_into_a_room_sees_nothing_once_it_is_closed() {
        var room = created(aPublicRoomOf(ALICE, WORLD_READABLE));
        var first = reads(BOB, Optional.of(room), Optional.empty(), Duration.ZERO);
        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "joined"));
        says(ALICE, room, "secret");

        assertThatThrownBy(() -> looksInto(BOB, room, first)).isInstanceOf(Forbidden.class);
    }

    @Test
    void members_and_onlookers_are_told_at_once() throws Exception {
        var room = created(aPublicRoomOf(ALICE, WORLD_READABLE));
        joins(BOB, room);
        var member = waits(BOB, Optional.empty(), begins(BOB));
        says(ALICE, room, "hello");
        assertThat(texts(news(member).chunk())).containsExactly("hello");

        var onlooker = waits(CAROL, Optional.of(room), begins(CAROL));
        says(ALICE, room, "look here");
        assertThat(texts(news(onlooker).chunk())).containsExactly("look here");
    }

    @Test
    void all_rooms_are_told_of_at_once_to_begin_with() {
        var joined = aRoomWithBob();
        says(ALICE, joined, "one");
        says(ALICE, joined, "two");
        var invited = created(aRoomOf(ALICE));
        invites(ALICE, invited, BOB);
        var left = aRoomWithBob();
        leaves(BOB, left);
        var banned = aRoomWithBob();
        bans(ALICE, banned, BOB);
        keeps(BOB, Optional.of(joined), "org.example.diary", JsonObject.of("a", "b"));
        var initialSync = the(ReadInitialSync.class);
        var some = initialSync.read(BOB, OptionalInt.of(1), false);
        var all = initialSync.read(BOB, OptionalInt.empty(), true);

        assertThat(some.rooms()).extracting(ReadInitialSync.Room::room).containsExactlyInAnyOrder(joined, invited);
        assertThat(all.rooms())
                .extracting(ReadInitialSync.Room::room, ReadInitialSync.Room::membership)
                .containsExactlyInAnyOrder(
                        tuple(joined, Membership.JOIN),
                        tuple(invited, Membership.INVITE),
                        tuple(left, Membership.LEAVE),
                        tuple(banned, Membership.BAN));
        var room = room(some, joined);
        assertThat(texts(room.timeline().orElseThrow().events())).containsExactly("two");
        assertThat(members(room.state()))
                .containsExactlyInAnyOrder(ALICE.user().toString(), BOB.user().toString());
        assertThat(contents(room.accountData(), "org.example.diary")).containsExactly(JsonObject.of("a", "b"));
        assertThat(room(some, invited).invite().orElseThrow().string("sender"))
                .contains(ALICE.user().toString());
    }

    private static ReadInitialSync.Room room(ReadInitialSync.Snapshot snapshot, RoomId id) {
        return snapshot.rooms().stream()
                .filter(room -> room.room().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_event_stream_goes_on_where_the_beginning_ends() {
        var room = aRoomWithBob();
        var snapshot = the(ReadInitialSync.class).read(BOB, OptionalInt.empty(), false);
        says(ALICE, room, "new");
        var part = reads(BOB, Optional.empty(), Optional.of(snapshot.end()), Duration.ZERO);

        assertThat(texts(part.chunk())).containsExactly("new");
    }

    /** They would be lost to a client that goes on with {@code /sync}. */
    @Test
    void messages_to_the_device_are_not_taken_for_delivered() {
        var snapshot = the(ReadInitialSync.class).read(BOB, OptionalInt.empty(), false);
        var part = reads(BOB, Optional.empty(), Optional.of(snapshot.end()), Duration.ZERO);

        assertThat(snapshot.end().delivered()).isEqualTo(StreamPosition.START);
        assertThat(part.end().delivered()).isEqualTo(StreamPosition.START);
        assertThat(List.of(snapshot.end(), part.end()))
                .allSatisfy(
                        token -> assertThat(SyncToken.parse(token.toString())).isEqualTo(token));
    }
}
