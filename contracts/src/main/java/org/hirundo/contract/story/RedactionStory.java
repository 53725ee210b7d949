package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hirundo.application.event.RedactEvent;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.UserSuspended;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking things back. */
public abstract class RedactionStory extends RoomStory {

    private RoomId aRoomWithBob(String version) {
        var room = created(aPublicRoomOf(ALICE, Optional.of(version)));
        joins(BOB, room);
        return room;
    }

    private EventId redacts(Requester user, RoomId room, EventId target) {
        return redacts(user, room, target, "redact " + target);
    }

    private EventId redacts(Requester user, RoomId room, EventId target, String transaction) {
        return the(RedactEvent.class)
                .redact(new RedactEvent.Redact(
                        user, room, target, new TransactionId(transaction), Optional.of("Indecent material")));
    }

    private EventId redactsByMessage(Requester user, RoomId room, JsonObject content) {
        return the(SendMessage.class)
                .send(new SendMessage.Send(user, room, EventType.REDACTION, new TransactionId("r"), content));
    }

    private ClientEvent reads(Requester reader, RoomId room, EventId event) {
        return the(ReadEvent.class).read(reader, room, event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "6", "8", "9", "10", "11", "12"})
    void a_redacted_message_is_empty_for_ever_and_says_why(String version) {
        var room = aRoomWithBob(version);
        var message = says(BOB, room, "oops");
        var redaction = redacts(BOB, room, message);

        var shown = reads(ALICE, room, message);
        assertThat(shown.event().content()).isEqualTo(JsonObject.EMPTY);
        var because = shown.unsigned().object("redacted_because").orElseThrow();
        assertThat(because.string("event_id")).contains(redaction.value());
        assertThat(because.string("sender")).contains(BOB.user().toString());
        assertThat(because.object("content").orElseThrow().string("reason")).contains("Indecent material");
        restart();
        assertThat(reads(ALICE, room, message).json()).isEqualTo(shown.json());
        assertThat(texts(ALICE, room)).containsExactly("(redacted)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "11"})
    @Tag("easily-missed-11")
    void clients_find_the_target_of_a_redaction_in_both_places(String version) {
        var room = aRoomWithBob(version);
        var message = says(BOB, room, "oops");
        var shown = reads(ALICE, room, redacts(BOB, room, message)).json();

        assertThat(shown.string("redacts")).contains(message.value());
        assertThat(shown.object("content").orElseThrow().string("redacts")).contains(message.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", "12"})
    void redactions_can_be_sent_as_messages_in_every_version(String version) {
        var room = aRoomWithBob(version);
        var message = says(BOB, room, "oops");
        redactsByMessage(BOB, room, JsonObject.of("redacts", message.value()).with("reason", "typo"));

        assertThat(texts(ALICE, room)).containsExactly("(redacted)");
        assertThatThrownBy(() -> redactsByMessage(BOB, room, JsonObject.of("reason", "none")))
                .isInstanceOf(BadJson.class);
    }

    @Test
    @Tag("easily-missed-11")
    void only_those_with_the_power_redact_the_words_of_others() {
        var room = aRoomWithBob("12");
        var message = says(ALICE, room, "mine");
        assertThatThrownBy(() -> redacts(BOB, room, message)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> redactsByMessage(BOB, room, JsonObject.of("redacts", message.value())))
                .isInstanceOf(Forbidden.class);
        assertThat(texts(BOB, room)).containsExactly("mine");

        redacts(ALICE, room, says(BOB, room, "yours"));
        assertThat(texts(BOB, room)).containsExactly("mine", "(redacted)");
    }

    @Test
    void an_administrator_redacts_what_users_of_the_server_said() {
        var room = aRoomWithBob("12");
        var admin = Server.admin("root");
        joins(admin, room);
        var message = says(BOB, room, "spam");
        redacts(admin, room, message);

        assertThat(texts(ALICE, room)).containsExactly("(redacted)");
    }

    @Test
    void an_event_of_another_room_or_none_at_all_cannot_be_redacted() {
        var room = aRoomWithBob("12");
        var other = aRoomWithBob("12");
        var message = says(BOB, other, "elsewhere");

        assertThatThrownBy(() -> redacts(BOB, room, message)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> redacts(BOB, room, new EventId("$nothing"))).isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("easily-missed-3")
    void a_repeated_redaction_is_one_redaction() {
        var room = aRoomWithBob("12");
        var message = says(BOB, room, "oops");
        var first = redacts(BOB, room, message, "r1");

        assertThat(redacts(BOB, room, message, "r1")).isEqualTo(first);
        assertThat(redacts(BOB, room, message, "r2")).isNotEqualTo(first);
        assertThat(reads(ALICE, room, message)
                        .unsigned()
                        .object("redacted_because")
                        .orElseThrow()
                        .string("event_id"))
                .contains(first.value());
    }

    @Test
    void a_redacted_name_is_no_name_any_more() {
        var room = aRoomWithBob("12");
        var name = sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Rude words"));
        redacts(ALICE, room, name);

        assertThat(state(BOB, room, EventType.NAME)).contains(JsonObject.EMPTY);
        assertThat(summary(room).orElseThrow().name()).isEmpty();
        restart();
        assertThat(head(room).summary().name()).isEmpty();
    }

    @Test
    void a_redacted_membership_is_still_one() {
        var room = aRoomWithBob("12");
        var member = head(room).state().get(StateTuple.member(BOB.user())).orElseThrow();
        redacts(ALICE, room, member);

        says(BOB, room, "still here");
        assertThat(texts(ALICE, room)).containsExactly("still here");
    }

    @Test
    @Tag("easily-missed-4")
    void who_is_suspended_takes_back_their_own_words_alone() {
        var room = aRoomWithBob("12");
        var own = says(BOB, room, "oops");
        var suspendedBob = new Requester(BOB.user(), BOB.device(), BOB.kind(), false, true, BOB.accessToken());
        var suspendedAlice =
                new Requester(ALICE.user(), ALICE.device(), ALICE.kind(), false, true, ALICE.accessToken());

        assertThatThrownBy(() -> redacts(suspendedAlice, room, own)).isInstanceOf(UserSuspended.class);
        redacts(suspendedBob, room, own);
        assertThat(texts(ALICE, room)).containsExactly("(redacted)");
    }
}
