package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.ReadContext;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.application.timeline.Visibility;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.sync.RoomEventFilter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What users can read of a room's history, judged at each event. */
public abstract class HistoryVisibilityStory extends RoomStory {

    private RoomId aRoomWhoseHistoryIs(String visibility) {
        return created(aPublicRoomOf(
                ALICE,
                new InitialState(EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", visibility))));
    }

    private void setsVisibility(RoomId room, String visibility) {
        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", visibility));
    }

    /** Bob is invited, joins, leaves; at each point something is said. */
    private void bobComesAndGoes(RoomId room) {
        says(ALICE, room, "before");
        invites(ALICE, room, BOB);
        says(ALICE, room, "invited");
        joins(BOB, room);
        says(ALICE, room, "joined");
        leaves(BOB, room);
        says(ALICE, room, "after");
    }

    @Test
    @Tag("easily-missed-10")
    void shared_history_is_read_by_who_joins_later_and_ends_when_they_leave() {
        var room = aRoomWhoseHistoryIs("shared");
        bobComesAndGoes(room);

        assertThat(texts(BOB, room)).containsExactly("before", "invited", "joined");
        joins(BOB, room);
        assertThat(texts(BOB, room)).containsExactly("before", "invited", "joined", "after");
    }

    @Test
    @Tag("easily-missed-10")
    void joined_history_begins_with_the_join() {
        var room = aRoomWhoseHistoryIs("joined");
        bobComesAndGoes(room);

        assertThat(texts(BOB, room)).containsExactly("joined");
        joins(BOB, room);
        assertThat(texts(BOB, room)).containsExactly("joined");
    }

    @Test
    @Tag("easily-missed-10")
    void invited_history_begins_with_the_invite() {
        var room = aRoomWhoseHistoryIs("invited");
        bobComesAndGoes(room);

        assertThat(texts(BOB, room)).containsExactly("invited", "joined");
    }

    @Test
    @Tag("easily-missed-10")
    void world_readable_history_is_for_everybody() {
        var room = aRoomWhoseHistoryIs("world_readable");
        says(ALICE, room, "hear ye");

        assertThat(texts(CAROL, room)).containsExactly("hear ye");
        assertThat(texts(Server.guest("visitor"), room)).containsExactly("hear ye");
        assertThat(state(CAROL, room, EventType.JOIN_RULES)).isPresent();
    }

    @Test
    void strangers_read_nothing_else() {
        for (var visibility : List.of("shared", "invited", "joined", "not understood")) {
            var room = aRoomWhoseHistoryIs(visibility);
            var message = says(ALICE, room, "secret");

            assertThatThrownBy(() -> texts(CAROL, room)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> state(CAROL, room, EventType.JOIN_RULES)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> the(ReadEvent.class).read(CAROL, room, message))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void who_is_invited_reads_nothing_of_a_shared_history_yet() {
        var room = aRoomWhoseHistoryIs("shared");
        var message = says(ALICE, room, "secret");
        invites(ALICE, room, BOB);

        assertThatThrownBy(() -> texts(BOB, room)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(ReadEvent.class).read(BOB, room, message)).isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("easily-missed-10")
    void what_was_hidden_when_it_was_said_stays_hidden() {
        var room = aRoomWhoseHistoryIs("joined");
        says(ALICE, room, "hidden");
        setsVisibility(room, "shared");
        says(ALICE, room, "shared");
        setsVisibility(room, "joined");
        says(ALICE, room, "hidden again");
        joins(BOB, room);

        assertThat(texts(BOB, room)).containsExactly("shared");
    }

    @Test
    @Tag("easily-missed-10")
    void a_change_of_visibility_is_seen_when_it_opens_and_when_it_closes() {
        var room = aRoomWhoseHistoryIs("joined");
        setsVisibility(room, "world_readable");
        says(ALICE, room, "open");
        setsVisibility(room, "joined");
        setsVisibility(room, "invited");
        setsVisibility(room, "world_readable");

        assertThat(history(CAROL, room).stream()
                        .filter(event -> event.event().isType(EventType.HISTORY_VISIBILITY))
                        .map(event -> event.event()
                                .content()
                                .string("history_visibility")
                                .orElseThrow()))
                .containsExactly("world_readable", "joined", "world_readable");
        assertThat(texts(CAROL, room)).containsExactly("open");
    }

    @Test
    @Tag("easily-missed-10")
    void the_context_of_an_event_tells_no_more_than_the_history() {
        var room = aRoomWhoseHistoryIs("joined");
        var before = says(ALICE, room, "before");
        joins(BOB, room);
        var during = says(ALICE, room, "during");
        leaves(BOB, room);
        var after = says(ALICE, room, "after");
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "behind Bob's back"));

        var context = context(BOB, room, during);
        var shown = Stream.of(context.before(), List.of(context.event()), context.after())
                .flatMap(List::stream)
                .toList();
        assertThat(texts(shown)).containsExactly("during");
        assertThat(context.state())
                .extracting(event -> event.event().type())
                .contains(EventType.CREATE)
                .doesNotContain(EventType.TOPIC);
        assertThatThrownBy(() -> context(BOB, room, before)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> context(BOB, room, after)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> context(CAROL, room, during)).isInstanceOf(NotFound.class);
        assertThat(texts(context(ALICE, room, during).after())).containsExactly("after");
    }

    private ReadContext.Context context(Requester reader, RoomId room, EventId event) {
        return the(ReadContext.class)
                .read(new ReadContext.Wanted(reader, room, event, OptionalInt.of(20), RoomEventFilter.ALL));
    }

    @Test
    void users_see_themselves_come_and_go() {
        var room = aRoomWhoseHistoryIs("joined");
        joins(BOB, room);
        leaves(BOB, room);

        assertThat(history(BOB, room).stream()
                        .filter(event -> event.event().sender().equals(BOB.user()))
                        .map(event ->
                                event.event().content().string("membership").orElseThrow()))
                .containsExactly("join", "leave");
    }

    @Test
    void who_declines_an_invite_sees_that_and_nothing_else() {
        var room = aRoomWhoseHistoryIs("joined");
        invites(ALICE, room, BOB);
        leaves(BOB, room);
        var events = storage()
                .events()
                .backwards(room, new GraphPosition(Long.MAX_VALUE, new StreamPosition(Long.MAX_VALUE)), 20);

        assertThat(the(Visibility.class).filter(BOB.user(), events))
                .extracting(
                        event -> event.event().content().string("membership").orElseThrow())
                .containsExactly("leave", "invite");
        var declined = storage().memberships().roomsOf(BOB.user()).get(room);
        assertThat(the(Visibility.class).endedStays(List.of(declined))).isEmpty();
        joins(BOB, room);
        leaves(BOB, room);
        var left = storage().memberships().roomsOf(BOB.user()).get(room);
        assertThat(the(Visibility.class).endedStays(List.of(left))).containsExactly(room);
    }

    @Test
    @Tag("easily-missed-10")
    void a_change_that_replaced_something_hidden_does_not_tell_what_it_was() {
        var room = aRoomWhoseHistoryIs("joined");
        var hidden = sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "hidden"));
        joins(BOB, room);
        var seen = sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "seen"));

        var unsigned = the(ReadEvent.class).read(BOB, room, seen).unsigned();
        assertThat(unsigned.has("prev_content")).isFalse();
        assertThat(unsigned.string("replaces_state")).contains(hidden.value());
        assertThat(the(ReadEvent.class).read(ALICE, room, seen).unsigned().has("prev_content"))
                .isTrue();
    }

    @Test
    void the_state_is_that_of_the_moment_in_which_a_user_left() {
        var room = aRoomWhoseHistoryIs("shared");
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "then"));
        joins(BOB, room);
        leaves(BOB, room);
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "now"));

        assertThat(state(BOB, room, EventType.NAME)).contains(JsonObject.of("name", "then"));
        invites(ALICE, room, BOB);
        assertThat(state(BOB, room, EventType.NAME)).contains(JsonObject.of("name", "then"));
    }

    @Test
    void events_tell_what_the_readers_membership_was() {
        var room = aRoomWhoseHistoryIs("shared");
        bobComesAndGoes(room);

        assertThat(history(BOB, room).stream()
                        .filter(event -> event.event().isType(EventType.MESSAGE))
                        .map(event -> event.unsigned().string("membership").orElseThrow()))
                .containsExactly("leave", "invite", "join");
    }

    @Test
    void it_is_known_in_which_rooms_a_user_was_not_at_a_position() {
        var room = aRoomWhoseHistoryIs("shared");
        var other = aRoomWhoseHistoryIs("shared");
        joins(BOB, other);
        var before = storage().stream().position();
        joins(BOB, room);
        leaves(BOB, other);
        var visibility = the(Visibility.class);

        assertThat(visibility.notJoinedAt(BOB.user(), Map.of(room, before, other, before)))
                .containsExactly(room);
        assertThat(visibility.notJoinedAt(BOB.user(), Map.of(room, StreamPosition.START)))
                .containsExactly(room);
        var now = storage().stream().position();
        assertThat(visibility.notJoinedAt(BOB.user(), Map.of(room, now, other, now)))
                .containsExactly(other);
    }
}
