package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.account.GetCapabilities;
import org.hirundo.application.config.DelayedEventConfig;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.delayed.DelayedSending;
import org.hirundo.application.delayed.GetDelayedEvent;
import org.hirundo.application.delayed.ListDelayedEvents;
import org.hirundo.application.delayed.ManageDelayedEvent;
import org.hirundo.application.delayed.ManageDelayedEvent.Action;
import org.hirundo.application.delayed.ScheduleEvent;
import org.hirundo.application.delayed.ScheduleEvent.Form;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.error.AlreadyFinalised;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MaxDelayExceeded;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.error.UserSuspended;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that are sent later (MSC4140). */
public abstract class DelayedEventsStory extends PeopleStory {

    private static final EventType CALL_MEMBER = new EventType("org.matrix.msc3401.call.member");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Requester dora = ALICE;
    private RoomId room = new RoomId("!none");

    @BeforeEach
    final void aRoom() {
        dora = registers("dora");
        room = created(aPublicRoomOf(dora));
    }

    private static ScheduleEvent.Schedule message(
            Requester user, RoomId room, String text, Duration delay, Optional<String> transaction) {
        return new ScheduleEvent.Schedule(
                user,
                room,
                EventType.MESSAGE,
                Optional.empty(),
                JsonObject.of("msgtype", "m.text").with("body", text),
                Optional.empty(),
                delay.toMillis(),
                transaction.map(TransactionId::new),
                Form.ACCEPTED);
    }

    private String schedules(String text, Duration delay) {
        return schedules(message(dora, room, text, delay, Optional.empty()));
    }

    private String schedules(ScheduleEvent.Schedule command) {
        return the(ScheduleEvent.class).schedule(command);
    }

    private String schedulesState(String key, JsonObject content, Duration delay) {
        return schedules(new ScheduleEvent.Schedule(
                dora,
                room,
                CALL_MEMBER,
                Optional.of(key),
                content,
                Optional.empty(),
                delay.toMillis(),
                Optional.empty(),
                Form.DEPLOYED));
    }

    private void manages(String id, Action action) {
        the(ManageDelayedEvent.class).manage(new ManageDelayedEvent.Management(id, action, ADDRESS));
    }

    private Outcome outcome(String id) {
        return the(GetDelayedEvent.class).get(dora, id).outcome().orElseThrow();
    }

    private EventId sent(String id) {
        return ((Outcome.Sent) outcome(id)).event();
    }

    private List<String> scheduled() {
        return the(ListDelayedEvents.class).list(dora).stream()
                .map(DelayedEvent::id)
                .toList();
    }

    @Test
    void an_event_is_sent_when_its_time_has_come_and_not_before() {
        var id = schedules("later", A_MINUTE);

        server().clock().pass(A_MINUTE.minusMillis(1));
        assertThat(texts(dora, room)).isEmpty();
        assertThat(scheduled()).containsExactly(id);

        server().clock().pass(Duration.ofMillis(1));
        assertThat(texts(dora, room)).containsExactly("later");
        assertThat(scheduled()).isEmpty();
        assertThat(outcome(id).at()).isEqualTo(server().clock().instant());
    }

    @Test
    void events_are_sent_in_the_order_of_their_times() {
        schedules("third", Duration.ofSeconds(9));
        schedules("first", Duration.ofSeconds(3));
        schedules("second", Duration.ofSeconds(5));

        server().clock().pass(A_MINUTE);

        assertThat(texts(dora, room)).containsExactly("first", "second", "third");
    }

    @Test
    void the_device_that_scheduled_an_event_recognises_it() {
        var id = schedules("later", A_MINUTE);
        server().clock().pass(A_MINUTE);
        joins(BOB, room);

        assertThat(delayIds(dora)).containsExactly(id);
        assertThat(delayIds(BOB)).isEmpty();
        assertThat(history(dora, room).getLast().unsigned().has("transaction_id"))
                .isFalse();
    }

    private List<String> delayIds(Requester reader) {
        return history(reader, room).stream()
                .map(ClientEvent::unsigned)
                .flatMap(unsigned -> unsigned.string("org.matrix.msc4140.delay_id").stream())
                .toList();
    }

    @Test
    void state_is_set_later() {
        sets(dora, room, CALL_MEMBER, JsonObject.of("call", "here"));
        var id = schedulesState("", JsonObject.EMPTY, A_MINUTE);

        server().clock().pass(A_MINUTE);

        assertThat(state(dora, room, CALL_MEMBER)).contains(JsonObject.EMPTY);
        assertThat(history(dora, room).getLast().id()).isEqualTo(sent(id));
    }

    @Test
    void a_repeat_of_the_transaction_schedules_nothing() {
        var first = schedules(message(dora, room, "once", A_MINUTE, Optional.of("t")));
        var again = schedules(message(dora, room, "twice", A_MINUTE, Optional.of("t")));
        server().clock().pass(A_MINUTE);

        assertThat(again).isEqualTo(first);
        assertThat(texts(dora, room)).containsExactly("once");
    }

    @Test
    void a_restarted_event_waits_anew() {
        var id = schedules("later", A_MINUTE);
        server().clock().pass(Duration.ofSeconds(40));
        manages(id, Action.RESTART);

        server().clock().pass(Duration.ofSeconds(59));
        assertThat(texts(dora, room)).isEmpty();
        server().clock().pass(Duration.ofSeconds(1));
        assertThat(texts(dora, room)).containsExactly("later");
    }

    @Test
    void whoever_knows_the_id_sends_an_event_at_once() {
        var id = schedules("now", A_MINUTE);

        manages(id, Action.SEND);
        manages(id, Action.SEND);
        assertThat(texts(dora, room)).containsExactly("now");
        assertThatThrownBy(() -> manages(id, Action.CANCEL)).isInstanceOf(AlreadyFinalised.class);
        assertThatThrownBy(() -> manages(id, Action.RESTART)).isInstanceOf(AlreadyFinalised.class);
        server().clock().pass(A_MINUTE);
        assertThat(texts(dora, room)).containsExactly("now");
    }

    @Test
    void a_cancelled_event_is_never_sent() {
        var id = schedules("never", A_MINUTE);

        manages(id, Action.CANCEL);
        manages(id, Action.CANCEL);
        server().clock().pass(A_MINUTE);

        assertThat(texts(dora, room)).isEmpty();
        assertThat(outcome(id)).isInstanceOf(Outcome.Cancelled.class);
        assertThatThrownBy(() -> manages(id, Action.SEND)).isInstanceOf(AlreadyFinalised.class);
        assertThatThrownBy(() -> manages(id, Action.RESTART)).isInstanceOf(AlreadyFinalised.class);
    }

    @Test
    void what_is_not_there_cannot_be_managed_and_what_is_anothers_cannot_be_read() {
        var id = schedules("mine", A_MINUTE);

        for (var action : Action.values()) {
            assertThatThrownBy(() -> manages("unknown", action)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> the(GetDelayedEvent.class).get(BOB, id)).isInstanceOf(NotFound.class);
        assertThat(the(ListDelayedEvents.class).list(BOB)).isEmpty();
    }

    @Test
    void whether_the_sender_may_send_is_judged_when_the_event_is_sent() {
        var erin = registers("erin");
        joins(erin, room);
        var allowed = schedules(message(erin, room, "while there", A_MINUTE, Optional.empty()));
        var refused = schedules(message(erin, room, "when gone", A_MINUTE.multipliedBy(2), Optional.empty()));

        server().clock().pass(A_MINUTE);
        leaves(erin, room);
        server().clock().pass(A_MINUTE);

        assertThat(texts(dora, room)).containsExactly("while there");
        assertThat(the(GetDelayedEvent.class).get(erin, allowed).outcome().orElseThrow())
                .isInstanceOf(Outcome.Sent.class);
        assertThat(the(GetDelayedEvent.class).get(erin, refused).outcome().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().string("errcode")).contains("Forbidden"));
    }

    @Test
    void an_event_that_is_refused_now_stays_scheduled() {
        var erin = registers("erin");
        var id = schedules(message(erin, room, "hello", A_MINUTE, Optional.empty()));

        assertThatThrownBy(() -> manages(id, Action.SEND)).isInstanceOf(Forbidden.class);
        joins(erin, room);
        server().clock().pass(A_MINUTE);

        assertThat(texts(dora, room)).containsExactly("hello");
    }

    @Test
    void what_fell_due_while_the_server_was_stopped_is_sent_when_it_starts() {
        schedules("second", A_MINUTE);
        schedules("first", Duration.ofSeconds(30));
        schedules("later", A_MINUTE.multipliedBy(5));
        restart();
        the(DelayedSending.class).start();

        server().clock().pass(A_MINUTE.multipliedBy(2));
        assertThat(texts(dora, room)).containsExactly("first", "second");
        server().clock().pass(A_MINUTE.multipliedBy(3));
        assertThat(texts(dora, room)).containsExactly("first", "second", "later");
    }

    /** It was sent, and before that could be noted the server died. */
    @Test
    void an_event_is_sent_once_over_a_crash() {
        var id = schedules("once", A_MINUTE);
        storage().delayedEvents().claim(id, server().clock().instant().plus(A_MINUTE));
        var sent = the(SendMessage.class)
                .send(new SendMessage.Send(
                        dora,
                        room,
                        EventType.MESSAGE,
                        Transactions.ofDelayed(id),
                        JsonObject.of("msgtype", "m.text").with("body", "once")));
        restart();
        the(DelayedSending.class).start();

        server().clock().pass(A_MINUTE);

        assertThat(texts(dora, room)).containsExactly("once");
        assertThat(sent(id)).isEqualTo(sent);
    }

    @Test
    void state_that_changed_since_is_not_set_back_over_a_crash() {
        var id = schedulesState("", JsonObject.of("call", "left"), A_MINUTE);
        storage().delayedEvents().claim(id, server().clock().instant().plus(A_MINUTE));
        var sent = the(SendState.class)
                .send(new SendState.Send(
                        dora,
                        room,
                        CALL_MEMBER,
                        "",
                        JsonObject.of("call", "left"),
                        Optional.of(Transactions.ofDelayed(id)),
                        Optional.empty(),
                        Optional.empty()));
        sets(dora, room, CALL_MEMBER, JsonObject.of("call", "back"));
        restart();
        the(DelayedSending.class).start();

        server().clock().pass(A_MINUTE);

        assertThat(state(dora, room, CALL_MEMBER)).contains(JsonObject.of("call", "back"));
        assertThat(sent(id)).isEqualTo(sent);
    }

    @Test
    void a_delay_is_positive_and_not_too_long() {
        var max = DelayedEventConfig.DEFAULT.maxDelay();

        assertThatThrownBy(() -> schedules("now", Duration.ZERO)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> schedules("before", Duration.ofMillis(-1))).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> schedules("too late", max.plusMillis(1))).isInstanceOf(Forbidden.class);
        var refused = catchThrowableOfType(
                MaxDelayExceeded.class, () -> schedulesState("", JsonObject.EMPTY, max.plusMillis(1)));
        assertThat(refused.maxDelay()).isEqualTo(max);
        schedules("just in time", max);
        assertThat(scheduled()).hasSize(1);
    }

    @Test
    void a_content_that_is_too_large_for_an_event_does_not_wait() {
        assertThatThrownBy(() -> schedules("x".repeat(65_536), A_MINUTE)).isInstanceOf(TooLarge.class);
    }

    @Test
    void suspended_users_schedule_nothing() {
        var suspended = new Requester(dora.user(), dora.device(), Requester.Kind.USER, false, true, dora.accessToken());

        assertThatThrownBy(() -> schedules(message(suspended, room, "hi", A_MINUTE, Optional.empty())))
                .isInstanceOf(UserSuspended.class);
    }

    @Test
    void who_has_too_many_waits_for_the_next_one_to_be_sent() {
        for (int number = 1; number <= DelayedEventConfig.DEFAULT.maxScheduled(); number++) {
            schedules("number " + number, Duration.ofSeconds(number));
        }

        var refused = catchThrowableOfType(LimitExceeded.class, () -> schedules("too many", A_MINUTE));
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        server().clock().pass(refused.retryAfter());
        schedules("one more", A_MINUTE);
    }

    @Test
    void where_no_event_may_wait_none_is_scheduled() {
        try (var server =
                Server.on(storage()).with(DelayedEventConfig.class, new DelayedEventConfig(Duration.ofDays(1), 0))) {
            assertThatThrownBy(() -> server.get(ScheduleEvent.class)
                            .schedule(message(dora, room, "later", A_MINUTE, Optional.empty())))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void scheduling_and_managing_are_limited() {
        var id = schedules("later", A_MINUTE);
        try (var server = Server.on(storage()).with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            var manage = server.get(ManageDelayedEvent.class);
            var restart = new ManageDelayedEvent.Management(id, Action.RESTART, ADDRESS);
            var unknown = new ManageDelayedEvent.Management("unknown", Action.RESTART, ADDRESS);
            int burst = RateLimitConfig.DEFAULT.delayedEvent().burst();
            for (int number = 0; number < burst; number++) {
                manage.manage(restart);
                assertThatThrownBy(() -> manage.manage(unknown)).isInstanceOf(NotFound.class);
            }
            assertThatThrownBy(() -> manage.manage(restart)).isInstanceOf(LimitExceeded.class);
            assertThatThrownBy(() -> manage.manage(unknown)).isInstanceOf(LimitExceeded.class);
            assertThatThrownBy(() -> server.get(ScheduleEvent.class)
                            .schedule(message(dora, room, "later", A_MINUTE, Optional.empty())))
                    .isInstanceOf(LimitExceeded.class);
        }
    }

    @Test
    void what_became_of_an_event_is_remembered_for_a_week() {
        var first = schedules("first", A_MINUTE);
        server().clock().pass(Duration.ofDays(8));
        assertThat(outcome(first)).isInstanceOf(Outcome.Sent.class);

        schedules("second", A_MINUTE);
        server().clock().pass(A_MINUTE);

        assertThatThrownBy(() -> outcome(first)).isInstanceOf(NotFound.class);
    }

    @Test
    void clients_are_told_the_limits() {
        var capabilities = the(GetCapabilities.class).capabilities(dora);

        assertThat(capabilities.object("org.matrix.msc4140.delayed_events"))
                .contains(JsonObject.builder()
                        .put("max_delay_ms", 86_400_000)
                        .put("max_scheduled", 100)
                        .build());
    }
}
