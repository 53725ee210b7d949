package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.config.RendezvousConfig;
import org.hirundo.application.config.RendezvousConfig.Access;
import org.hirundo.application.rendezvous.CancelRendezvous;
import org.hirundo.application.rendezvous.CheckRendezvous;
import org.hirundo.application.rendezvous.CreateRendezvous;
import org.hirundo.application.rendezvous.ReadRendezvous;
import org.hirundo.application.rendezvous.Rendezvous;
import org.hirundo.application.rendezvous.SendToRendezvous;
import org.hirundo.domain.error.ConcurrentWrite;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.error.Unrecognized;
import org.junit.jupiter.api.Test;

/** Two devices meet to sign one of them in (MSC4388). */
public abstract class RendezvousStory extends PeopleStory {

    private Rendezvous opens(String data) {
        return the(CreateRendezvous.class).create(Optional.of(ALICE), ADDRESS, data);
    }

    private Rendezvous reads(Rendezvous place) {
        return the(ReadRendezvous.class).read(ADDRESS, place.id());
    }

    private Rendezvous sends(Rendezvous seen, String data) {
        return the(SendToRendezvous.class).send(ADDRESS, seen.id(), seen.sequenceToken(), data);
    }

    @Test
    void what_one_device_leaves_the_other_finds_and_answers() {
        var opened = opens("hello");
        assertThat(reads(opened).data()).isEqualTo("hello");
        assertThat(reads(opened).sequenceToken()).isEqualTo(opened.sequenceToken());

        var answered = sends(reads(opened), "hello yourself");
        assertThat(answered.sequenceToken()).isNotEqualTo(opened.sequenceToken());
        assertThat(reads(opened).data()).isEqualTo("hello yourself");
        var same = sends(answered, "hello yourself");
        assertThat(same.sequenceToken()).isNotEqualTo(answered.sequenceToken());
    }

    @Test
    void who_did_not_see_what_is_there_does_not_overwrite_it_but_may_repeat_it() {
        var opened = opens("hello");
        var answered = sends(opened, "one");

        assertThatThrownBy(() -> sends(opened, "two")).isInstanceOf(ConcurrentWrite.class);
        assertThat(sends(opened, "one").sequenceToken()).isEqualTo(answered.sequenceToken());
        assertThat(reads(opened).data()).isEqualTo("one");
    }

    @Test
    void a_place_is_gone_after_five_minutes_however_often_it_is_used() {
        var opened = opens("hello");
        assertThat(opened.expiresIn()).isEqualTo(Duration.ofMinutes(5));
        server().clock().pass(Duration.ofMinutes(4));
        sends(opened, "still there");
        assertThat(reads(opened).expiresIn()).isEqualTo(Duration.ofMinutes(1));
        server().clock().pass(Duration.ofMinutes(1));

        assertThatThrownBy(() -> reads(opened)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sends(opened, "too late")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_place_that_was_given_up_is_gone() {
        var opened = opens("hello");
        the(CancelRendezvous.class).cancel(ADDRESS, opened.id());

        assertThatThrownBy(() -> reads(opened)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(CancelRendezvous.class).cancel(ADDRESS, opened.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_left_is_small() {
        var opened = opens("x".repeat(4096));

        assertThatThrownBy(() -> opens("x".repeat(4097))).isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> opens("\u00e9".repeat(2049))).isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> sends(opened, "x".repeat(4097))).isInstanceOf(TooLarge.class);
    }

    @Test
    void there_are_not_more_than_memory_allows_until_the_first_expires() {
        for (int number = 0; number < 2000; number++) {
            opens("number " + number);
        }

        assertThatThrownBy(() -> opens("one too many")).isInstanceOf(LimitExceeded.class);
        server().clock().pass(Duration.ofMinutes(5));
        assertThat(opens("again").data()).isEqualTo("again");
    }

    @Test
    void who_opens_a_place_is_for_the_server_to_say() {
        var check = the(CheckRendezvous.class);
        assertThat(check.mayCreate(Optional.of(ALICE), ADDRESS)).isTrue();
        assertThat(check.mayCreate(Optional.of(Server.guest("7")), ADDRESS)).isFalse();
        assertThat(check.mayCreate(Optional.empty(), ADDRESS)).isFalse();
        assertThatThrownBy(() -> the(CreateRendezvous.class).create(Optional.empty(), ADDRESS, "hello"))
                .isInstanceOf(Forbidden.class);

        try (var open = Server.on(storage()).with(RendezvousConfig.class, new RendezvousConfig(Access.OPEN))) {
            assertThat(open.get(CreateRendezvous.class)
                            .create(Optional.empty(), ADDRESS, "hello")
                            .data())
                    .isEqualTo("hello");
        }
        try (var off = Server.on(storage()).with(RendezvousConfig.class, new RendezvousConfig(Access.OFF))) {
            assertThatThrownBy(() -> off.get(CheckRendezvous.class).mayCreate(Optional.of(ALICE), ADDRESS))
                    .isInstanceOf(Unrecognized.class);
            assertThatThrownBy(() -> off.get(ReadRendezvous.class).read(ADDRESS, "any"))
                    .isInstanceOf(Unrecognized.class);
        }
    }
}
