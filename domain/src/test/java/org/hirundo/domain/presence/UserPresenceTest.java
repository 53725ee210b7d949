package org.hirundo.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hirundo.domain.presence.Presence.OFFLINE;
import static org.hirundo.domain.presence.Presence.ONLINE;
import static org.hirundo.domain.presence.Presence.UNAVAILABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.id.DeviceId;
import org.junit.jupiter.api.Test;

class UserPresenceTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final DeviceId PHONE = new DeviceId("PHONE");
    private static final DeviceId LAPTOP = new DeviceId("LAPTOP");
    private static final PresenceTimers TIMERS = PresenceTimers.DEFAULT;

    @Test
    void somebody_who_was_never_here_is_offline() {
        assertThat(UserPresence.NEVER_SEEN.at(START, TIMERS)).isEqualTo(PresenceStatus.UNKNOWN);
        assertThat(UserPresence.NEVER_SEEN.nextChange(START, TIMERS)).isEmpty();
    }

    @Test
    void to_sync_is_to_come_online_and_to_do_something() {
        var status = syncing(PHONE, ONLINE).at(START, TIMERS);

        assertThat(status.presence()).isEqualTo(ONLINE);
        assertThat(status.currentlyActive()).isTrue();
        assertThat(status.lastActive()).contains(START);
    }

    @Test
    void to_go_on_syncing_is_not_to_do_something() {
        var user = syncing(PHONE, ONLINE);
        for (int seconds = 30; seconds <= 300; seconds += 30) {
            var now = START.plusSeconds(seconds);
            user = user.syncEnds(PHONE, now).syncBegins(PHONE, ONLINE, now, TIMERS);
        }

        assertThat(user.at(START.plusSeconds(59), TIMERS).currentlyActive()).isTrue();
        assertThat(user.at(START.plusSeconds(60), TIMERS).currentlyActive()).isFalse();
        assertThat(user.at(START.plusSeconds(60), TIMERS).presence()).isEqualTo(ONLINE);
        assertThat(user.at(START.plusSeconds(299), TIMERS).presence()).isEqualTo(ONLINE);
        assertThat(user.at(START.plusSeconds(300), TIMERS).presence()).isEqualTo(UNAVAILABLE);
        assertThat(user.at(START.plusSeconds(300), TIMERS).lastActive()).contains(START);
    }

    @Test
    void whoever_does_something_is_online_again() {
        var later = START.plus(Duration.ofMinutes(10));
        var user = syncing(PHONE, ONLINE).active(later);

        assertThat(user.at(later, TIMERS).presence()).isEqualTo(ONLINE);
        assertThat(user.at(later, TIMERS).currentlyActive()).isTrue();
        assertThat(user.at(later, TIMERS).lastActive()).contains(later);
    }

    @Test
    void a_device_is_gone_some_time_after_its_last_sync_ended() {
        var end = START.plusSeconds(10);
        var user = syncing(PHONE, ONLINE).syncEnds(PHONE, end);

        assertThat(user.at(end.plusSeconds(29), TIMERS).presence()).isEqualTo(ONLINE);
        assertThat(user.at(end.plusSeconds(30), TIMERS).presence()).isEqualTo(OFFLINE);
    }

    @Test
    void an_open_sync_keeps_a_device_however_long_it_takes() {
        var user =
                syncing(PHONE, ONLINE).syncBegins(PHONE, ONLINE, START, TIMERS).syncEnds(PHONE, START);

        assertThat(user.at(START.plusSeconds(120), TIMERS).presence()).isEqualTo(ONLINE);
        assertThat(user.syncEnds(PHONE, START)
                        .at(START.plusSeconds(120), TIMERS)
                        .presence())
                .isEqualTo(OFFLINE);
    }

    @Test
    void a_client_can_sync_without_being_seen() {
        assertThat(syncing(PHONE, OFFLINE).at(START, TIMERS)).isEqualTo(PresenceStatus.UNKNOWN);
    }

    @Test
    void a_client_can_say_that_it_is_idle() {
        assertThat(syncing(PHONE, UNAVAILABLE).at(START, TIMERS).presence()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void the_most_present_device_counts() {
        var user = syncing(PHONE, OFFLINE)
                .syncBegins(LAPTOP, UNAVAILABLE, START, TIMERS)
                .syncBegins(new DeviceId("DESK"), ONLINE, START, TIMERS);

        assertThat(user.at(START, TIMERS).presence()).isEqualTo(ONLINE);
        assertThat(user.syncEnds(new DeviceId("DESK"), START)
                        .at(START.plusSeconds(31), TIMERS)
                        .presence())
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void coming_back_counts_as_doing_something() {
        var gone = syncing(PHONE, ONLINE).syncEnds(PHONE, START);
        var back = START.plus(Duration.ofHours(3));

        assertThat(gone.syncBegins(PHONE, ONLINE, back, TIMERS).at(back, TIMERS).presence())
                .isEqualTo(ONLINE);
    }

    @Test
    void who_says_to_be_away_is_until_they_do_something() {
        var away = syncing(PHONE, ONLINE).set(PHONE, new PresenceRequest(UNAVAILABLE, Optional.of("lunch")), START);
        var later = START.plusSeconds(30);
        var stillAway = away.syncEnds(PHONE, later).syncBegins(PHONE, ONLINE, later, TIMERS);

        assertThat(stillAway.at(later, TIMERS).presence()).isEqualTo(UNAVAILABLE);
        assertThat(stillAway.at(later, TIMERS).statusMessage()).contains("lunch");
        assertThat(stillAway.at(later, TIMERS).currentlyActive()).isFalse();
        assertThat(stillAway.active(later).at(later, TIMERS).presence()).isEqualTo(ONLINE);
    }

    @Test
    void who_says_to_be_online_is_without_syncing_for_a_while() {
        var user = UserPresence.NEVER_SEEN.set(PHONE, new PresenceRequest(ONLINE, Optional.of("I am here.")), START);

        assertThat(user.at(START, TIMERS))
                .isEqualTo(new PresenceStatus(ONLINE, Optional.of(START), true, Optional.of("I am here.")));
        assertThat(user.at(START.plusSeconds(30), TIMERS).presence()).isEqualTo(OFFLINE);
    }

    @Test
    void who_says_to_be_offline_is_until_the_next_sync_says_otherwise() {
        var hidden = syncing(PHONE, ONLINE).set(PHONE, new PresenceRequest(OFFLINE, Optional.empty()), START);

        assertThat(hidden.at(START, TIMERS).presence()).isEqualTo(OFFLINE);
        assertThat(hidden.active(START).at(START, TIMERS).presence()).isEqualTo(OFFLINE);
        assertThat(hidden.syncBegins(PHONE, OFFLINE, START, TIMERS)
                        .at(START, TIMERS)
                        .presence())
                .isEqualTo(OFFLINE);
        assertThat(hidden.syncBegins(PHONE, ONLINE, START, TIMERS)
                        .at(START, TIMERS)
                        .presence())
                .isEqualTo(ONLINE);
    }

    @Test
    void to_say_nothing_takes_the_message_away() {
        var user = syncing(PHONE, ONLINE)
                .set(PHONE, new PresenceRequest(ONLINE, Optional.of("busy")), START)
                .set(PHONE, new PresenceRequest(ONLINE, Optional.empty()), START);

        assertThat(user.at(START, TIMERS).statusMessage()).isEmpty();
    }

    @Test
    void it_is_known_when_the_next_change_comes() {
        var user = syncing(PHONE, ONLINE);

        assertThat(user.nextChange(START, TIMERS)).contains(START.plusSeconds(60));
        assertThat(user.nextChange(START.plusSeconds(60), TIMERS)).contains(START.plusSeconds(300));
        assertThat(user.nextChange(START.plusSeconds(300), TIMERS)).isEmpty();
        assertThat(user.syncEnds(PHONE, START.plusSeconds(10)).nextChange(START, TIMERS))
                .contains(START.plusSeconds(40));
    }

    @Test
    void nothing_changes_before_the_next_change() {
        var user = syncing(PHONE, ONLINE)
                .syncBegins(LAPTOP, UNAVAILABLE, START, TIMERS)
                .syncEnds(PHONE, START.plusSeconds(5));
        var now = START.plusSeconds(5);
        while (user.nextChange(now, TIMERS).isPresent()) {
            var next = user.nextChange(now, TIMERS).get();
            assertThat(user.at(next.minusMillis(1), TIMERS).isNewsAfter(user.at(now, TIMERS)))
                    .isFalse();
            now = next;
        }
        assertThat(user.at(now.plus(Duration.ofDays(1)), TIMERS).isNewsAfter(user.at(now, TIMERS)))
                .isFalse();
    }

    @Test
    void devices_that_are_gone_can_be_forgotten() {
        var user = syncing(PHONE, ONLINE).syncEnds(PHONE, START).syncBegins(LAPTOP, UNAVAILABLE, START, TIMERS);
        var later = START.plusSeconds(60);

        assertThat(user.pruned(later, TIMERS).at(later, TIMERS)).isEqualTo(user.at(later, TIMERS));
        assertThat(user.pruned(later, TIMERS).at(START, TIMERS).presence()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void a_sync_that_ends_twice_or_never_began_does_no_harm() {
        var user = UserPresence.NEVER_SEEN.syncEnds(PHONE, START).syncEnds(PHONE, START);

        assertThat(user.at(START, TIMERS).presence()).isEqualTo(OFFLINE);
        assertThat(user.syncBegins(PHONE, ONLINE, START, TIMERS)
                        .syncEnds(PHONE, START)
                        .at(START.plusSeconds(31), TIMERS)
                        .presence())
                .isEqualTo(OFFLINE);
    }

    @Test
    void nobody_is_active_and_idle_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PresenceTimers(Duration.ofMinutes(6), Duration.ofMinutes(5), Duration.ofSeconds(30)));
    }

    private static UserPresence syncing(DeviceId device, Presence says) {
        return UserPresence.NEVER_SEEN.syncBegins(device, says, START, TIMERS);
    }
}
