package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.delayed.DelayedSending;
import org.hirundo.application.delayed.ScheduleEvent;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SlidingAnswer;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Sticky events (MSC4354): members are told of them whatever else they miss, while they are sticky. */
public abstract class StickyEventsStory extends SlidingStory {

    private static final EventType MEMBER_OF_CALL = new EventType("m.rtc.member");
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final String EXTENSION = "\"org.matrix.msc4354.sticky_events\":{\"enabled\":true%s}";

    private int transactions;

    private EventId sticks(Requester user, RoomId room, long millis) {
        return the(SendMessage.class)
                .send(new SendMessage.Send(
                        user,
                        room,
                        MEMBER_OF_CALL,
                        new TransactionId("sticky" + ++transactions),
                        JsonObject.of("call", "joined"),
                        Optional.empty(),
                        Optional.of(Stickiness.ofMillis(millis))));
    }

    private void chats(Requester user, RoomId room) {
        for (int message = 0; message < 12; message++) {
            says(user, room, "message", "chat" + ++transactions);
        }
    }

    private static List<EventId> sticky(SyncAnswer answer, RoomId room) {
        return Optional.ofNullable(answer.rooms().joined().get(room)).stream()
                .flatMap(joined -> joined.sticky().stream())
                .map(ClientEvent::id)
                .toList();
    }

    private static List<EventId> sticky(SlidingAnswer answer, RoomId room) {
        return answer.extensions().sticky().orElseThrow().rooms().getOrDefault(room, List.of()).stream()
                .map(ClientEvent::id)
                .toList();
    }

    private static Optional<Long> left(ClientEvent event) {
        var left = event.unsigned().integer("msc4354_sticky_duration_ttl_ms");
        return left.isPresent() ? Optional.of(left.getAsLong()) : Optional.empty();
    }

    @Test
    void a_sticky_event_says_so_and_how_long_it_is() {
        var room = aRoomWithBob();
        var sticky = sticks(ALICE, room, MINUTE);
        server().clock().pass(Duration.ofSeconds(20));
        var told = in(syncs(BOB), room).timeline().events().getLast();

        assertThat(told.id()).isEqualTo(sticky);
        assertThat(told.json().object("msc4354_sticky")).contains(JsonObject.EMPTY.with("duration_ms", MINUTE));
        assertThat(left(told)).contains(40_000L);
        assertThat(sticky(syncs(BOB), room)).isEmpty();
        server().clock().pass(Duration.ofSeconds(40));
        var later = in(syncs(BOB), room).timeline().events().getLast();
        assertThat(later.json().has("msc4354_sticky")).isTrue();
        assertThat(left(later)).isEmpty();
    }

    @Test
    void what_the_timeline_leaves_out_is_told_once_while_it_is_sticky() {
        var room = aRoomWithBob();
        var before = syncs(BOB);
        var brief = sticks(ALICE, room, MINUTE);
        var sticky = sticks(ALICE, room, 2 * MINUTE);
        chats(ALICE, room);
        var after = syncs(BOB, before);
        assertThat(sticky(after, room)).containsExactly(brief, sticky);
        assertThat(sticky(syncs(BOB), room)).containsExactly(brief, sticky);
        assertThat(sticky(syncs(BOB, after), room)).isEmpty();
        server().clock().pass(Duration.ofMinutes(1));

        assertThat(sticky(syncs(BOB, before), room)).containsExactly(sticky);
        redacts(ALICE, room, sticky);
        assertThat(sticky(syncs(BOB, before), room)).isEmpty();
    }

    @Test
    void what_a_filter_keeps_out_of_the_timeline_is_told_all_the_same() {
        var room = aRoomWithBob();
        var before = syncs(BOB);
        var sticky = sticks(ALICE, room, MINUTE);
        says(ALICE, room, "message");
        var filter = "{\"room\":{\"timeline\":{\"types\":[\"m.room.message\"]}}}";
        var answer = asking(BOB).since(before).filter(filter).now();

        assertThat(texts(answer, room)).containsExactly("message");
        assertThat(sticky(answer, room)).containsExactly(sticky);
    }

    @Test
    void who_joins_is_told_of_what_is_sticky_whatever_the_history_visibility() {
        var room = created(aPublicRoomOf(ALICE));
        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "joined"));
        var before = syncs(BOB);
        var sliding = sliding(BOB, withSticky("")).now();
        var sticky = sticks(ALICE, room, MINUTE);
        joins(BOB, room);
        var answer = syncs(BOB, before);

        assertThat(sticky(answer, room)).containsExactly(sticky);
        assertThat(types(in(answer, room).timeline().events())).doesNotContain(MEMBER_OF_CALL.value());
        assertThat(sticky(sliding(BOB, withSticky("")).after(sliding).now(), room))
                .containsExactly(sticky);
        leaves(BOB, room);
        sticks(ALICE, room, MINUTE);
        assertThat(syncs(BOB, answer).rooms().joined()).doesNotContainKey(room);
    }

    @Test
    void who_is_ignored_sticks_to_nobody() {
        var room = aRoomWithBob();
        ignores(BOB, ALICE);
        sticks(ALICE, room, MINUTE);
        chats(ALICE, room);

        assertThat(sticky(syncs(BOB), room)).isEmpty();
        assertThat(sticky(sliding(BOB, withSticky("")).now(), room)).isEmpty();
    }

    @Test
    void state_may_be_sticky_and_is_sent_again_then() {
        var room = aRoomWithBob();
        var send = new SendState.Send(
                ALICE,
                room,
                MEMBER_OF_CALL,
                "alice",
                JsonObject.of("call", "joined"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Stickiness.ofMillis(MINUTE)));
        var first = the(SendState.class).send(send);
        var second = the(SendState.class).send(send);
        chats(ALICE, room);

        assertThat(second).isNotEqualTo(first);
        assertThat(sticky(syncs(BOB), room)).containsExactly(first, second);
    }

    @Test
    void an_event_that_is_sent_later_is_sticky_from_then_on() {
        var dora = registers("dora");
        var room = aRoomWithBob();
        joins(dora, room);
        var before = syncs(BOB);
        the(DelayedSending.class);
        the(ScheduleEvent.class)
                .schedule(new ScheduleEvent.Schedule(
                        dora,
                        room,
                        MEMBER_OF_CALL,
                        Optional.empty(),
                        JsonObject.of("call", "left"),
                        Optional.of(Stickiness.ofMillis(MINUTE)),
                        2 * MINUTE,
                        Optional.of(new TransactionId("later")),
                        ScheduleEvent.Form.DEPLOYED));
        server().clock().pass(Duration.ofMinutes(2));

        var sent = in(syncs(BOB, before), room).timeline().events().getLast();
        assertThat(sent.event().isType(MEMBER_OF_CALL)).isTrue();
        assertThat(left(sent)).contains(MINUTE);
    }

    @Test
    void an_event_sticks_for_an_hour_at_most_and_redactions_do_not() {
        var room = aRoomWithBob();
        var message = says(ALICE, room, "message");
        for (var millis : List.of(-1L, 3_600_001L, Long.MIN_VALUE)) {
            assertThatThrownBy(() -> Stickiness.ofMillis(millis)).isInstanceOf(InvalidParam.class);
        }
        assertThat(sticks(ALICE, room, 3_600_000)).isNotNull();
        assertThatThrownBy(() -> the(SendMessage.class)
                        .send(new SendMessage.Send(
                                ALICE,
                                room,
                                EventType.REDACTION,
                                new TransactionId("redaction"),
                                JsonObject.of("redacts", message.value()),
                                Optional.empty(),
                                Optional.of(Stickiness.ofMillis(1)))))
                .isInstanceOf(InvalidParam.class);
    }

    private static String withSticky(String options) {
        var list = all(1);
        return list.substring(0, list.length() - 1) + ",\"extensions\":{" + EXTENSION.formatted(options) + "}}";
    }

    @Test
    void sliding_sync_tells_what_its_timelines_leave_out_once() {
        var room = aRoomWithBob();
        var sticky = sticks(ALICE, room, MINUTE);
        var shown = sliding(BOB, withSticky("")).now();
        assertThat(sticky(shown, room)).isEmpty();
        chats(ALICE, room);
        assertThat(sticky(sliding(BOB, withSticky("")).after(shown).now(), room))
                .isEmpty();
        assertThat(sticky(sliding(BOB, withSticky("")).now(), room)).containsExactly(sticky);
        assertThat(sliding(BOB, all(1)).now().extensions().sticky()).isEmpty();

        var waiting = sliding(BOB, withSticky(""))
                .after(sliding(BOB, withSticky("")).now())
                .waiting();
        var next = sticks(ALICE, room, MINUTE);
        assertThat(in(waiting.news(), room).timeline().orElseThrow().events())
                .extracting(ClientEvent::id)
                .containsExactly(next);
    }

    @Test
    void sliding_sync_tells_of_rooms_of_its_lists_that_it_does_not_show() {
        var hidden = aRoomWithBob();
        var sticky = sticks(ALICE, hidden, MINUTE);
        server().clock().pass(Duration.ofSeconds(1));
        says(ALICE, aRoomWithBob(), "newer");
        var body = "{\"lists\":{\"top\":{\"ranges\":[[0,0]],\"timeline_limit\":1}},\"extensions\":{"
                + EXTENSION.formatted("") + "}}";
        var answer = sliding(BOB, body).now();

        assertThat(answer.rooms()).doesNotContainKey(hidden);
        assertThat(sticky(answer, hidden)).containsExactly(sticky);
    }

    @Test
    void many_sticky_events_are_told_piece_by_piece_each_once() {
        var room = aRoomWithBob();
        var one = sticks(ALICE, room, MINUTE);
        var two = sticks(ALICE, room, MINUTE);
        var three = sticks(ALICE, room, MINUTE);
        chats(ALICE, room);
        var first = sliding(BOB, withSticky(",\"limit\":2")).now();
        assertThat(sticky(first, room)).containsExactly(one, two);
        var since = first.extensions().sticky().orElseThrow().nextBatch();
        var next = withSticky(",\"limit\":2,\"since\":\"" + since + "\"");
        var second = sliding(BOB, next).after(first).now();
        assertThat(sticky(second, room)).containsExactly(three);

        assertThat(sticky(sliding(BOB, next).after(second).now(), room)).containsExactly(three);
        assertThat(sticky(sliding(BOB, withSticky("")).after(second).now(), room))
                .isEmpty();
        assertThatThrownBy(() ->
                        sliding(BOB, withSticky(",\"since\":\"yesterday\"")).now())
                .isInstanceOf(InvalidParam.class);
    }
}
