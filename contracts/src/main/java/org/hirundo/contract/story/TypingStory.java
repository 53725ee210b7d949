package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.typing.SendTyping;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.typing.TypingRequest;
import org.junit.jupiter.api.Test;

/** Seeing others type. */
public abstract class TypingStory extends SyncStory {

    private void says(Requester user, RoomId room, boolean typing, Duration timeout) {
        says(user, room, user.user(), new TypingRequest(typing, timeout));
    }

    private void says(Requester requester, RoomId room, UserId user, TypingRequest request) {
        the(SendTyping.class).send(requester, new SendTyping.Typing(room, user, request));
    }

    private static List<String> typing(SyncAnswer answer, RoomId room) {
        var contents = contents(in(answer, room).ephemeral(), "m.typing");
        assertThat(contents).hasSize(1);
        return contents.getFirst().array("user_ids").orElseThrow().strings().orElseThrow();
    }

    @Test
    void others_see_that_somebody_types_and_that_they_stop() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        var first = syncs(BOB);
        startsTyping(ALICE, room);
        var second = syncs(BOB, first);
        startsTyping(CAROL, room);
        var third = syncs(BOB, second);
        says(ALICE, room, false, Duration.ZERO);
        var fourth = syncs(BOB, third);

        assertThat(typing(second, room)).containsExactly(ALICE.user().toString());
        assertThat(typing(third, room))
                .containsExactly(ALICE.user().toString(), CAROL.user().toString());
        assertThat(typing(fourth, room)).containsExactly(CAROL.user().toString());
        assertThat(syncs(BOB, fourth).rooms().joined()).isEmpty();
    }

    @Test
    void who_begins_sees_who_types_and_no_rooms_where_nobody_does() {
        var room = aRoomWithBob();
        var quiet = aRoomWithBob();
        startsTyping(ALICE, room);
        startsTyping(ALICE, quiet);
        says(ALICE, quiet, false, Duration.ZERO);

        var first = syncs(BOB);
        assertThat(typing(first, room)).containsExactly(ALICE.user().toString());
        assertThat(in(first, quiet).ephemeral()).isEmpty();
    }

    @Test
    void who_says_nothing_more_stops_after_a_while() {
        var room = aRoomWithBob();
        says(ALICE, room, true, Duration.ofSeconds(10));
        var first = syncs(BOB);
        server().clock().pass(Duration.ofSeconds(9));
        assertThat(syncs(BOB, first).rooms().joined()).isEmpty();
        var waiting = asking(BOB).since(first).waiting();
        server().clock().pass(Duration.ofSeconds(1));

        assertThat(typing(waiting.news(), room)).isEmpty();
    }

    @Test
    void who_goes_on_typing_does_not_stop_and_is_told_of_once() {
        var room = aRoomWithBob();
        says(ALICE, room, true, Duration.ofSeconds(10));
        var first = syncs(BOB);
        server().clock().pass(Duration.ofSeconds(8));
        says(ALICE, room, true, Duration.ofSeconds(10));
        server().clock().pass(Duration.ofSeconds(8));

        assertThat(syncs(BOB, first).rooms().joined()).isEmpty();
        assertThat(typing(syncs(BOB), room)).containsExactly(ALICE.user().toString());
        server().clock().pass(Duration.ofSeconds(2));
        assertThat(typing(syncs(BOB, first), room)).isEmpty();
    }

    @Test
    void nobody_types_for_others_or_where_they_are_not() {
        var room = aRoomWithBob();
        var request = new TypingRequest(true, TypingRequest.DEFAULT_TIMEOUT);

        assertThatThrownBy(() -> says(CAROL, room, CAROL.user(), request)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> says(BOB, room, ALICE.user(), request)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> says(BOB, RoomId.parse("!none:hirundo.example"), BOB.user(), request))
                .isInstanceOf(Forbidden.class);
        assertThat(in(syncs(BOB), room).ephemeral()).isEmpty();
    }
}
