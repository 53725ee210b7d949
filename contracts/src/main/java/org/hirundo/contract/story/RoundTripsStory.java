package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.cache.MembershipCache;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.room.CreateRoom;
import org.hirundo.application.timeline.ReadMessages;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.sync.RoomEventFilter;
import org.junit.jupiter.api.Test;

/** How often a server turns to its storage, for what users do most. */
public abstract class RoundTripsStory extends RoomStory {

    private void says(Server server, RoomId room, String text) {
        server.get(SendMessage.class)
                .send(new SendMessage.Send(
                        ALICE,
                        room,
                        EventType.MESSAGE,
                        new TransactionId(text),
                        JsonObject.of("msgtype", "m.text").with("body", text)));
    }

    @Test
    void a_message_into_a_warm_room_is_one_write_and_no_read() {
        var room = created(aPublicRoomOf(ALICE));
        var counter = new CallCounter(storage());
        try (var server = Server.on(counter.storage())) {
            says(server, room, "one");
            counter.calls();
            says(server, room, "two");

            assertThat(counter.calls()).containsExactly("StreamStore.commit");
        }
    }

    @Test
    void a_message_into_a_cold_room_reads_its_head_and_what_speaks_for_the_sender() {
        var room = created(aPublicRoomOf(ALICE));
        var counter = new CallCounter(storage());
        try (var server = Server.on(counter.storage())) {
            counter.calls();
            says(server, room, "one");

            assertThat(counter.calls())
                    .containsExactly(
                            "RoomStore.head",
                            "EventStore.events",
                            "RoomStore.summaries",
                            "EventStore.events",
                            "StreamStore.commit");
        }
    }

    @Test
    void a_room_is_created_in_one_write() {
        var counter = new CallCounter(storage());
        try (var server = Server.on(counter.storage())) {
            counter.calls();
            server.get(CreateRoom.class).create(aPublicRoomOf(ALICE));

            assertThat(counter.calls()).containsExactly("ProfileStore.find", "RoomStore.head", "StreamStore.commit");
        }
    }

    @Test
    void a_sync_with_one_new_message_reads_nothing_from_a_warm_server() {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        var counter = new CallCounter(storage());
        try (var server = Server.on(counter.storage())) {
            // Whom a message concerns is known then; otherwise it is read behind the message's back.
            server.get(MembershipCache.class).joinedTo(Set.of(room));
            var first = SyncAsking.of(server, BOB).now();
            says(server, room, "one");
            var second = SyncAsking.of(server, BOB).since(first).now();
            says(server, room, "two");
            counter.calls();
            var third = SyncAsking.of(server, BOB).since(second).now();

            assertThat(texts(third.rooms().joined().get(room).timeline().events()))
                    .containsExactly("two");
            assertThat(counter.calls()).isEmpty();
        }
    }

    @Test
    void a_page_of_messages_costs_the_same_whatever_its_size() {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        for (int number = 0; number < 100; number++) {
            says(ALICE, room, "word " + number);
        }
        var counter = new CallCounter(storage());
        try (var server = Server.on(counter.storage())) {
            readsPage(server, room, 1);
            counter.calls();
            readsPage(server, room, 1);
            var one = counter.calls();
            readsPage(server, room, 100);

            assertThat(counter.calls())
                    .isEqualTo(one)
                    .containsExactly("EventStore.backwards", "RelationStore.summaries");
        }
    }

    private static void readsPage(Server server, RoomId room, int limit) {
        var page = server.get(ReadMessages.class)
                .read(new ReadMessages.Wanted(
                        BOB,
                        room,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(limit),
                        RoomEventFilter.ALL));
        assertThat(page.chunk()).hasSize(limit);
    }
}
