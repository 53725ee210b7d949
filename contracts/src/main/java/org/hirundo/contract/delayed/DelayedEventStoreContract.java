package org.hirundo.contract.delayed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What every {@link DelayedEventStore} guarantees. */
public abstract class DelayedEventStoreContract extends StorageContract {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int MANY = 1000;

    private DelayedEventStore store() {
        return storage().delayedEvents();
    }

    private static DelayedEvent event(String id, UserId sender, long seconds) {
        return new DelayedEvent(
                id,
                sender,
                new DeviceId("PHONE"),
                Rooms.ATTIC,
                EventType.MESSAGE,
                Optional.empty(),
                JsonObject.of("body", "bye"),
                Optional.empty(),
                Duration.ofSeconds(seconds),
                NOW,
                Optional.empty());
    }

    private static DelayedEvent restarted(DelayedEvent event, Instant at) {
        return new DelayedEvent(
                event.id(),
                event.sender(),
                event.device(),
                event.room(),
                event.type(),
                event.stateKey(),
                event.content(),
                event.stickiness(),
                event.delay(),
                at,
                Optional.empty());
    }

    private void schedule(DelayedEvent... events) {
        for (var event : events) {
            assertThat(store().schedule(event, Optional.empty(), MANY)).contains(event.id());
        }
    }

    private List<String> due(Instant now) {
        return ids(store().claimDue(now, now.plus(LEASE), MANY));
    }

    private static List<String> ids(Collection<DelayedEvent> events) {
        return events.stream().map(DelayedEvent::id).toList();
    }

    private static ClientTransaction transaction(String id, String device) {
        return new ClientTransaction(Users.ALICE, new DeviceId(device), "delayed_event:x", new TransactionId(id), "");
    }

    @Test
    void an_event_is_found_as_it_was_scheduled() {
        var state = new DelayedEvent(
                "state",
                Users.HISTORICAL,
                new DeviceId("D\u00e9vice"),
                Rooms.ATTIC,
                new EventType("org.example.\u0001\u0000type"),
                Optional.of(""),
                JsonObject.of("$name.with", JsonObject.of("\u0000", "\u0001")),
                Optional.of(Stickiness.ofMillis(3_600_000)),
                Duration.ofMillis(1),
                NOW,
                Optional.empty());
        schedule(event("message", Users.ALICE, 5), state);

        assertThat(store().find("message")).contains(event("message", Users.ALICE, 5));
        assertThat(store().find("state")).contains(state);
        assertThat(store().find("other")).isEmpty();
        assertThat(store().find("a\u0000b")).isEmpty();
    }

    @Test
    void scheduled_events_of_a_sender_are_listed_by_the_time_at_which_they_are_sent() {
        schedule(
                event("last", Users.ALICE, 9),
                event("first", Users.ALICE, 3),
                event("gone", Users.ALICE, 4),
                event("other", Users.BOB, 1));
        store().cancel("gone", NOW);

        assertThat(ids(store().scheduled(Users.ALICE))).containsExactly("first", "last");
        assertThat(store().scheduled(Users.CAROL)).isEmpty();
    }

    @Test
    void the_same_transaction_schedules_once() {
        var first = store().schedule(event("a", Users.ALICE, 5), Optional.of(transaction("t", "PHONE")), 1);
        var again = store().schedule(event("b", Users.ALICE, 6), Optional.of(transaction("t", "PHONE")), 1);
        var other = store().schedule(event("c", Users.ALICE, 7), Optional.of(transaction("t", "DESK")), 2);

        assertThat(first).contains("a");
        assertThat(again).contains("a");
        assertThat(other).contains("c");
        assertThat(ids(store().scheduled(Users.ALICE))).containsExactly("a", "c");
    }

    @Test
    void many_at_once_in_one_transaction_get_one_event() {
        var ids = Concurrently.call(8, number -> store().schedule(
                        event("event" + number, Users.ALICE, 5), Optional.of(transaction("t", "PHONE")), MANY)
                .orElseThrow());

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(ids(store().scheduled(Users.ALICE))).containsExactly(ids.getFirst());
    }

    @Test
    void nobody_schedules_more_than_they_may() {
        assertThat(store().schedule(event("a", Users.ALICE, 5), Optional.empty(), 2))
                .contains("a");
        assertThat(store().schedule(event("b", Users.ALICE, 5), Optional.empty(), 2))
                .contains("b");
        assertThat(store().schedule(event("c", Users.ALICE, 5), Optional.empty(), 2))
                .isEmpty();
        assertThat(store().schedule(event("bob's", Users.BOB, 5), Optional.empty(), 2))
                .contains("bob's");
        store().cancel("a", NOW);
        assertThat(store().schedule(event("d", Users.ALICE, 5), Optional.empty(), 2))
                .contains("d");
        assertThat(store().find("c")).isEmpty();
    }

    @Test
    void what_is_due_is_claimed_in_the_order_of_time_and_never_early() {
        schedule(event("third", Users.ALICE, 9), event("first", Users.BOB, 3), event("second", Users.ALICE, 5));

        assertThat(store().nextDue()).contains(NOW.plusSeconds(3));
        assertThat(due(NOW.plusSeconds(3).minusMillis(1))).isEmpty();
        assertThat(due(NOW.plusSeconds(5))).containsExactly("first", "second");
        assertThat(due(NOW.plusSeconds(5))).isEmpty();
        assertThat(store().nextDue()).contains(NOW.plusSeconds(9));
    }

    @Test
    void no_more_is_claimed_than_asked_for() {
        schedule(event("a", Users.ALICE, 1), event("b", Users.ALICE, 2), event("c", Users.ALICE, 3));

        var now = NOW.plusSeconds(10);
        assertThat(ids(store().claimDue(now, now.plus(LEASE), 2))).containsExactly("a", "b");
        assertThat(ids(store().claimDue(now, now.plus(LEASE), 2))).containsExactly("c");
    }

    @Test
    void an_event_is_claimed_by_one_of_many() {
        schedule(event("a", Users.ALICE, 1), event("b", Users.ALICE, 2));

        var claimed = Concurrently.call(8, number -> due(NOW.plusSeconds(10)));

        assertThat(claimed.stream().flatMap(List::stream)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void what_a_sender_did_not_finish_is_claimed_again_after_the_claim() {
        schedule(event("a", Users.ALICE, 1));
        var now = NOW.plusSeconds(1);
        due(now);

        assertThat(store().nextDue()).contains(now.plus(LEASE));
        assertThat(due(now.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(due(now.plus(LEASE))).containsExactly("a");
    }

    @Test
    void an_event_is_claimed_before_its_time_by_name() {
        schedule(event("a", Users.ALICE, 100));

        var claimed = Concurrently.call(8, number -> store().claim("a", NOW.plus(LEASE)));

        assertThat(claimed.stream().flatMap(Optional::stream)).containsExactly(event("a", Users.ALICE, 100));
        assertThat(store().claim("unknown", NOW.plus(LEASE))).isEmpty();
    }

    @Test
    void while_somebody_sends_an_event_it_is_neither_cancelled_nor_restarted() {
        schedule(event("a", Users.ALICE, 100));
        store().claim("a", NOW.plus(LEASE));

        assertThat(store().cancel("a", NOW)).isFalse();
        assertThat(store().restart("a", NOW)).isFalse();
        assertThat(store().find("a")).contains(event("a", Users.ALICE, 100));
    }

    @Test
    void an_event_that_is_given_back_is_due_at_its_time() {
        schedule(event("a", Users.ALICE, 100));
        store().claim("a", NOW.plus(LEASE));
        store().release("a");

        assertThat(store().nextDue()).contains(NOW.plusSeconds(100));
        assertThat(due(NOW.plusSeconds(99))).isEmpty();
        assertThat(store().cancel("a", NOW)).isTrue();
    }

    @Test
    void what_became_of_an_event_is_remembered_and_stays() {
        schedule(event("sent", Users.ALICE, 1), event("failed", Users.ALICE, 1), event("cancelled", Users.ALICE, 5));
        due(NOW.plusSeconds(1));
        var sent = new Outcome.Sent(NOW.plusMillis(1), new EventId("$event"));
        var failed = new Outcome.Failed(NOW.plusMillis(2), JsonObject.of("errcode", "M_FORBIDDEN"));

        store().finalise("sent", sent);
        store().finalise("failed", failed);
        assertThat(store().cancel("cancelled", NOW.plusMillis(3))).isTrue();
        store().finalise("sent", failed);
        store().finalise("cancelled", sent);

        assertThat(store().find("sent").flatMap(DelayedEvent::outcome)).contains(sent);
        assertThat(store().find("failed").flatMap(DelayedEvent::outcome)).contains(failed);
        assertThat(store().find("cancelled").flatMap(DelayedEvent::outcome))
                .contains(new Outcome.Cancelled(NOW.plusMillis(3)));
        assertThat(store().nextDue()).isEmpty();
        assertThat(store().scheduled(Users.ALICE)).isEmpty();
    }

    @Test
    void what_is_finalised_is_neither_claimed_nor_cancelled_nor_restarted_nor_given_back() {
        schedule(event("a", Users.ALICE, 1));
        store().cancel("a", NOW);
        store().release("a");

        assertThat(store().cancel("a", NOW.plusSeconds(1))).isFalse();
        assertThat(store().restart("a", NOW)).isFalse();
        assertThat(store().claim("a", NOW)).isEmpty();
        assertThat(due(NOW.plusSeconds(9))).isEmpty();
        assertThat(store().nextDue()).isEmpty();
    }

    @Test
    void a_restarted_event_waits_anew() {
        schedule(event("a", Users.ALICE, 10));

        assertThat(store().restart("a", NOW.plusSeconds(7))).isTrue();

        assertThat(due(NOW.plusSeconds(16))).isEmpty();
        assertThat(store().find("a")).contains(restarted(event("a", Users.ALICE, 10), NOW.plusSeconds(7)));
        assertThat(due(NOW.plusSeconds(17))).containsExactly("a");
        assertThat(store().restart("unknown", NOW)).isFalse();
    }

    @Test
    void old_outcomes_are_forgotten_and_scheduled_events_are_not() {
        schedule(event("old", Users.ALICE, 1), event("new", Users.ALICE, 1), event("waits", Users.ALICE, 1));
        schedule(event("bob's", Users.BOB, 1));
        store().cancel("old", NOW);
        store().cancel("bob's", NOW);
        store().cancel("new", NOW.plusSeconds(1));

        store().forget(Users.ALICE, NOW.plusSeconds(1), MANY);

        assertThat(store().find("old")).isEmpty();
        assertThat(store().find("new")).isPresent();
        assertThat(store().find("waits")).isPresent();
        assertThat(store().find("bob's")).isPresent();
    }

    @Test
    void all_but_the_latest_outcomes_are_forgotten() {
        for (int number = 0; number < 5; number++) {
            schedule(event("event" + number, Users.ALICE, 1));
            store().cancel("event" + number, NOW.plusSeconds(number));
        }

        store().forget(Users.ALICE, NOW, 2);

        assertThat(store().find("event2")).isEmpty();
        assertThat(store().find("event3")).isPresent();
        assertThat(store().find("event4")).isPresent();
    }
}
