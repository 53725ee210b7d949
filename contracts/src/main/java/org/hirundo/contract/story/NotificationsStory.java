package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.push.ListNotifications;
import org.hirundo.application.push.ListNotifications.Notification;
import org.hirundo.application.push.ListNotifications.Page;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Users look through what they were notified of. */
public abstract class NotificationsStory extends SyncStory {

    private Page lists(Requester user, Optional<String> from, int limit, boolean onlyHighlights) {
        return the(ListNotifications.class)
                .list(new ListNotifications.Wanted(user, from, OptionalInt.of(limit), onlyHighlights));
    }

    private Page lists(Requester user) {
        return lists(user, Optional.empty(), 50, false);
    }

    private static List<EventId> ids(Page page) {
        return page.notifications().stream()
                .map(notification -> notification.event().id())
                .toList();
    }

    private EventId mentions(Requester user, RoomId room, Requester mentioned) {
        var mentions = JsonObject.of(
                "user_ids", JsonArray.ofStrings(List.of(mentioned.user().toString())));
        return sends(
                user,
                room,
                EventType.MESSAGE,
                JsonObject.of("msgtype", "m.text").with("body", "hey").with("m.mentions", mentions));
    }

    @Test
    void what_notifies_is_listed_newest_first_over_all_rooms() {
        var attic = aRoomWithBob();
        var barn = aRoomWithBob();
        var one = says(ALICE, attic, "one");
        var two = says(ALICE, barn, "two");
        says(BOB, barn, "my own");
        var three = says(ALICE, attic, "three");

        assertThat(ids(lists(BOB))).containsExactly(three, two, one);
        assertThat(lists(BOB).nextToken()).isEmpty();
        assertThat(ids(lists(CAROL))).isEmpty();
    }

    @Test
    void those_that_catch_the_eye_can_be_listed_alone() {
        var room = aRoomWithBob();
        says(ALICE, room, "one");
        var mention = mentions(ALICE, room, BOB);

        var page = lists(BOB, Optional.empty(), 50, true);
        assertThat(ids(page)).containsExactly(mention);
        assertThat(page.notifications().getFirst().actions().highlights()).isTrue();
    }

    @Test
    void what_was_read_is_marked() {
        var room = aRoomWithBob();
        var one = says(ALICE, room, "one");
        var root = says(ALICE, room, "root");
        answers(ALICE, room, "in a thread", "m.thread", root);
        reads(BOB, room, one);

        assertThat(lists(BOB).notifications()).extracting(Notification::read).containsExactly(false, false, true);
        reads(BOB, room, root);
        assertThat(lists(BOB).notifications()).extracting(Notification::read).containsExactly(false, true, true);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        var rooms = List.of(aRoomWithBob(), aRoomWithBob(), aRoomWithBob());
        var said = new ArrayList<EventId>();
        for (int number = 0; number < 20; number++) {
            said.addFirst(says(ALICE, rooms.get(number % 3), "number " + number));
        }
        var listed = new ArrayList<EventId>();
        var from = Optional.<String>empty();
        do {
            var page = lists(BOB, from, 3, false);
            assertThat(page.notifications().size()).isLessThanOrEqualTo(3);
            listed.addAll(ids(page));
            from = page.nextToken();
        } while (from.isPresent());

        assertThat(listed).isEqualTo(said);
    }

    @Test
    void a_busy_room_hides_nothing_of_a_quiet_one() {
        var busy = aRoomWithBob();
        var quiet = aRoomWithBob();
        var mention = mentions(ALICE, quiet, BOB);
        for (int number = 0; number < 600; number++) {
            says(ALICE, busy, "number " + number);
        }
        var found = new ArrayList<EventId>();
        var from = Optional.<String>empty();
        do {
            var page = lists(BOB, from, 50, true);
            found.addAll(ids(page));
            from = page.nextToken();
        } while (from.isPresent());

        assertThat(found).containsExactly(mention);
    }

    @Test
    void what_was_redacted_or_said_before_one_came_or_by_who_is_ignored_is_not_listed() {
        var room = created(aPublicRoomOf(ALICE));
        says(ALICE, room, "before");
        joins(BOB, room);
        joins(CAROL, room);
        var oops = says(ALICE, room, "oops");
        redacts(ALICE, room, oops);
        says(CAROL, room, "noise");
        var kept = says(ALICE, room, "kept");
        ignores(BOB, CAROL);

        assertThat(ids(lists(BOB))).containsExactly(kept);
    }

    @Test
    void a_token_of_something_else_is_refused() {
        for (var token : List.of("s12_a.1", "-1", "x")) {
            assertThatThrownBy(() -> lists(BOB, Optional.of(token), 5, false)).isInstanceOf(InvalidParam.class);
        }
    }
}
