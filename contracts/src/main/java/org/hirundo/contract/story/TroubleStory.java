package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.story.FlakyStream.Trouble;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Rooms when something goes wrong beneath them, or when somebody else writes to them too. */
public abstract class TroubleStory extends RoomStory {

    private static EventId says(Server server, Requester user, RoomId room, String text, String transaction) {
        return server.get(SendMessage.class)
                .send(new SendMessage.Send(
                        user,
                        room,
                        EventType.MESSAGE,
                        new TransactionId(transaction),
                        JsonObject.of("msgtype", "m.text").with("body", text)));
    }

    @Test
    void a_message_that_could_not_be_stored_was_not_sent_and_the_room_goes_on() {
        var room = created(aPublicRoomOf(ALICE));
        var flaky = new FlakyStream(storage().stream());
        try (var server = Server.on(storage(), flaky)) {
            says(server, ALICE, room, "one", "1");
            flaky.trouble(Trouble.NOT_COMMITTED);
            assertThatThrownBy(() -> says(server, ALICE, room, "two", "2")).isInstanceOf(StorageUnavailable.class);
            says(server, ALICE, room, "three", "3");
            assertThat(server.get(RoomHeads.class).get(room).forwardExtremities())
                    .hasSize(1);
        }
        restart();

        assertThat(texts(ALICE, room)).containsExactly("one", "three");
    }

    @Test
    void a_message_whose_answer_was_lost_is_sent_once_when_it_is_repeated() {
        var room = created(aPublicRoomOf(ALICE));
        var flaky = new FlakyStream(storage().stream());
        try (var server = Server.on(storage(), flaky)) {
            flaky.trouble(Trouble.ANSWER_LOST);
            assertThatThrownBy(() -> says(server, ALICE, room, "one", "1")).isInstanceOf(StorageUnavailable.class);
            says(server, ALICE, room, "one", "1");
            says(server, ALICE, room, "two", "2");
        }
        restart();

        assertThat(texts(ALICE, room)).containsExactly("one", "two");
        assertThat(head(room).forwardExtremities()).hasSize(1);
    }

    @Test
    void trouble_in_the_middle_of_a_conversation_loses_no_answered_message_and_keeps_no_other() {
        var room = created(aPublicRoomOf(ALICE));
        var flaky = new FlakyStream(storage().stream());
        try (var server = Server.on(storage(), flaky)) {
            var sent = Concurrently.call(40, number -> {
                if (number == 20) {
                    flaky.trouble(Trouble.NOT_COMMITTED);
                }
                try {
                    says(server, ALICE, room, "" + number, "" + number);
                    return Optional.of("" + number);
                } catch (StorageUnavailable lost) {
                    return Optional.<String>empty();
                }
            });
            restart();
            assertThat(texts(ALICE, room))
                    .containsExactlyInAnyOrderElementsOf(
                            sent.stream().flatMap(Optional::stream).toList());
        }
    }

    @Test
    void two_servers_on_one_storage_write_to_one_room() {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        try (var other = Server.on(storage())) {
            for (int turn = 0; turn < 5; turn++) {
                says(server(), ALICE, room, "here " + turn, "a" + turn);
                says(other, BOB, room, "there " + turn, "b" + turn);
            }
        }
        restart();

        assertThat(texts(ALICE, room)).hasSize(10).startsWith("here 0", "there 0", "here 1", "there 1");
        assertThat(head(room).forwardExtremities()).hasSize(1);
    }

    @Test
    void who_talks_too_fast_is_told_to_wait() {
        var room = created(aPublicRoomOf(ALICE));
        try (var server = Server.on(storage()).with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            int burst = RateLimitConfig.DEFAULT.message().burst();
            for (int number = 0; number < burst; number++) {
                says(server, ALICE, room, "blah", "" + number);
            }
            assertThatThrownBy(() -> says(server, ALICE, room, "blah", "more"))
                    .isInstanceOfSatisfying(LimitExceeded.class, limit -> assertThat(limit.retryAfter())
                            .isPositive());
            server.clock().pass(Duration.ofSeconds(1));
            says(server, ALICE, room, "blah", "more");
        }
    }
}
