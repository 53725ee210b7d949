package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.FindEventByTime;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Finding events by the time at which they were sent. */
public abstract class FindingByTimeStory extends RoomStory {

    private static final Duration HOUR = Duration.ofHours(1);

    private long now() {
        return server().clock().millis();
    }

    private EventId finds(Requester user, RoomId room, long time, boolean backwards) {
        return the(FindEventByTime.class)
                .find(new FindEventByTime.Wanted(user, room, time, backwards))
                .id();
    }

    private EventId saysLater(RoomId room, String text) {
        server().clock().pass(HOUR);
        return says(ALICE, room, text);
    }

    @Test
    void the_nearest_event_in_either_direction_is_found() {
        var room = created(aPublicRoomOf(ALICE));
        var before = now();
        var first = saysLater(room, "first");
        var firstAt = now();
        var second = saysLater(room, "second");

        assertThat(finds(ALICE, room, firstAt, false)).isEqualTo(first);
        assertThat(finds(ALICE, room, firstAt, true)).isEqualTo(first);
        assertThat(finds(ALICE, room, firstAt + 1, false)).isEqualTo(second);
        assertThat(finds(ALICE, room, now() + HOUR.toMillis(), true)).isEqualTo(second);
        assertThat(finds(ALICE, room, before + 1, false)).isEqualTo(first);
    }

    @Test
    void beyond_the_ends_of_the_room_there_is_nothing() {
        var room = created(aPublicRoomOf(ALICE));
        var start = now();
        saysLater(room, "last");

        assertThatThrownBy(() -> finds(ALICE, room, start - HOUR.toMillis(), true))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> finds(ALICE, room, now() + 1, false)).isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("easily-missed-10")
    void only_what_the_reader_may_see_is_found() {
        var room = created(aPublicRoomOf(
                ALICE,
                new InitialState(EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", "joined"))));
        server().clock().pass(HOUR);
        var start = now();
        var hidden = says(ALICE, room, "not for Bob");
        for (int number = 0; number < 150; number++) {
            says(ALICE, room, "nor is this " + number);
        }
        server().clock().pass(HOUR);
        joins(BOB, room);
        var joined = history(BOB, room).getLast().event().id();
        var seen = saysLater(room, "for Bob");
        leaves(BOB, room);
        saysLater(room, "not for Bob again");

        assertThat(finds(ALICE, room, start, false)).isEqualTo(hidden);
        assertThat(finds(BOB, room, start, false)).isEqualTo(joined);
        assertThat(finds(BOB, room, start + HOUR.toMillis() + 1, false)).isEqualTo(seen);
        assertThatThrownBy(() -> finds(BOB, room, now(), false)).isInstanceOf(NotFound.class);
    }

    @Test
    void strangers_find_nothing() {
        var room = created(aPublicRoomOf(ALICE));

        assertThatThrownBy(() -> finds(BOB, room, now(), true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> finds(BOB, RoomId.parse("!nowhere:hirundo.example"), now(), true))
                .isInstanceOf(Forbidden.class);
    }
}
