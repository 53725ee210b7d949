package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.presence.ReadPresence;
import org.hirundo.application.presence.SetPresence;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.presence.PresenceRequest;
import org.junit.jupiter.api.Test;

/** Who is there, as others see it. */
public abstract class PresenceStory extends SyncStory {

    private void says(Requester user, Presence presence, String message) {
        the(SetPresence.class)
                .set(
                        user,
                        user.user(),
                        new PresenceRequest(presence, Optional.of(message).filter(text -> !text.isEmpty())));
    }

    private JsonObject seen(Requester viewer, Requester user) {
        return the(ReadPresence.class).read(viewer, user.user());
    }

    private String presence(Requester viewer, Requester user) {
        return seen(viewer, user).string("presence").orElseThrow();
    }

    private static Map<String, JsonObject> told(SyncAnswer answer) {
        return answer.presence().stream()
                .collect(
                        Collectors.toMap(event -> event.string("sender").orElseThrow(), event -> event.object("content")
                                .orElseThrow()));
    }

    private void comes(Requester user) {
        asking(user).as(Presence.ONLINE).now();
    }

    /** The user's client syncs again and again. */
    private void stays(Requester user, Duration time) {
        for (var left = time; left.isPositive(); left = left.minusSeconds(20)) {
            passes(Duration.ofSeconds(20));
            comes(user);
        }
    }

    private void passes(Duration time) {
        server().clock().pass(time);
    }

    @Test
    void who_syncs_is_online_and_who_shares_a_room_is_told() {
        aRoomWithBob();
        var bob = syncs(BOB);
        var carol = syncs(CAROL);
        comes(ALICE);

        assertThat(told(syncs(BOB, bob)))
                .containsOnlyKeys(ALICE.user().toString())
                .allSatisfy((user, content) -> {
                    assertThat(content.string("presence")).contains("online");
                    assertThat(content.bool("currently_active")).contains(true);
                    assertThat(content.integer("last_active_ago")).hasValue(0);
                });
        assertThat(told(syncs(CAROL, carol))).isEmpty();
        assertThat(told(syncs(BOB))).containsOnlyKeys(ALICE.user().toString());
        assertThat(presence(BOB, ALICE)).isEqualTo("online");
        assertThatThrownBy(() -> seen(CAROL, ALICE)).isInstanceOf(Forbidden.class);
    }

    @Test
    void who_syncs_in_secret_is_offline() {
        aRoomWithBob();
        var first = syncs(BOB);
        asking(ALICE).as(Presence.OFFLINE).now();

        assertThat(told(syncs(BOB, first))).isEmpty();
        assertThat(presence(BOB, ALICE)).isEqualTo("offline");
    }

    @Test
    void who_syncs_no_more_is_gone_after_a_while() {
        aRoomWithBob();
        comes(ALICE);
        var first = syncs(BOB);
        passes(Duration.ofSeconds(29));
        assertThat(told(syncs(BOB, first))).isEmpty();
        var waiting = asking(BOB).since(first).waiting();
        passes(Duration.ofSeconds(1));

        assertThat(told(waiting.news()).get(ALICE.user().toString()).string("presence"))
                .contains("offline");
    }

    @Test
    void who_does_nothing_is_unavailable_after_a_while_and_back_with_a_message() {
        var room = aRoomWithBob();
        comes(ALICE);
        var first = syncs(BOB);
        stays(ALICE, Duration.ofMinutes(1));
        var second = syncs(BOB, first);
        stays(ALICE, Duration.ofMinutes(4));
        var third = syncs(BOB, second);
        says(ALICE, room, "still here");
        var fourth = syncs(BOB, third);

        var alice = ALICE.user().toString();
        assertThat(told(second).get(alice).bool("currently_active")).contains(false);
        assertThat(told(second).get(alice).integer("last_active_ago")).hasValue(60_000);
        assertThat(told(third).get(alice).string("presence")).contains("unavailable");
        assertThat(told(fourth).get(alice).string("presence")).contains("online");
        assertThat(told(fourth).get(alice).integer("last_active_ago")).hasValue(0);
    }

    @Test
    void reading_and_typing_are_doing_something_too() {
        var room = aRoomWithBob();
        var event = says(BOB, room, "hello");
        comes(ALICE);
        passes(Duration.ofSeconds(10));
        reads(ALICE, room, event);
        assertThat(seen(BOB, ALICE).integer("last_active_ago")).hasValue(0);
        passes(Duration.ofSeconds(10));
        startsTyping(ALICE, room);
        assertThat(seen(BOB, ALICE).integer("last_active_ago")).hasValue(0);
    }

    @Test
    void many_messages_of_somebody_active_are_no_news_of_them() {
        var room = aRoomWithBob();
        comes(ALICE);
        var first = syncs(BOB);
        for (int number = 0; number < 5; number++) {
            passes(Duration.ofSeconds(1));
            says(ALICE, room, "word " + number);
        }

        assertThat(told(syncs(BOB, first))).isEmpty();
        assertThat(seen(BOB, ALICE).integer("last_active_ago")).hasValue(0);
    }

    @Test
    void who_idles_by_their_own_word_is_unavailable() {
        aRoomWithBob();
        comes(ALICE);
        var first = syncs(BOB);
        asking(ALICE).as(Presence.UNAVAILABLE).now();

        assertThat(told(syncs(BOB, first)).get(ALICE.user().toString()).string("presence"))
                .contains("unavailable");
    }

    @Test
    void a_status_is_told_until_it_is_taken_away() {
        aRoomWithBob();
        var first = syncs(BOB);
        says(ALICE, Presence.ONLINE, "At tea");
        var second = syncs(BOB, first);
        says(ALICE, Presence.ONLINE, "");
        var third = syncs(BOB, second);

        var alice = ALICE.user().toString();
        assertThat(told(second).get(alice).string("status_msg")).contains("At tea");
        assertThat(told(third).get(alice).string("status_msg")).isEmpty();
        assertThatThrownBy(() -> the(SetPresence.class)
                        .set(BOB, ALICE.user(), new PresenceRequest(Presence.OFFLINE, Optional.empty())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_is_met_in_a_room_is_told_of() {
        var room = created(aPublicRoomOf(ALICE));
        comes(ALICE);
        var first = syncs(BOB);
        joins(BOB, room);

        assertThat(told(syncs(BOB, first))).containsOnlyKeys(ALICE.user().toString());
    }

    @Test
    void presence_begins_anew_with_the_server() {
        aRoomWithBob();
        comes(ALICE);
        var first = syncs(BOB);
        restart();
        comes(ALICE);

        assertThat(told(syncs(BOB, first))).containsOnlyKeys(ALICE.user().toString());
    }
}
