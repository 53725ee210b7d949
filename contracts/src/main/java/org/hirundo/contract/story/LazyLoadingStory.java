package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that load members lazily: they are sent those whom they need, and each once. */
public abstract class LazyLoadingStory extends SyncStory {

    private static final String LAZY = "{\"room\":{\"state\":{\"lazy_load_members\":true},\"timeline\":{\"limit\":3}}}";

    private static final String REDUNDANT =
            "{\"room\":{\"state\":{\"lazy_load_members\":true,\"include_redundant_members\":true}}}";

    private static final String A = ALICE.user().toString();
    private static final String B = BOB.user().toString();
    private static final String C = CAROL.user().toString();

    private SyncAnswer lazily(Requester user, SyncAnswer since) {
        return asking(user).filter(LAZY).since(since).now();
    }

    private static List<String> members(SyncAnswer answer, RoomId room) {
        return members(in(answer, room).state());
    }

    /** A room with a name, so that nobody is told of for want of one, in which everybody is and nobody spoke lately. */
    private RoomId aQuietRoom() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        for (int number = 0; number < 3; number++) {
            says(ALICE, room, "word " + number);
        }
        return room;
    }

    @Test
    void who_spoke_is_told_of_and_the_user_and_nobody_else() {
        var room = aQuietRoom();
        var first = asking(BOB).filter(LAZY).now();

        assertThat(members(first, room)).containsExactlyInAnyOrder(A, B);
        assertThat(types(in(first, room).state())).contains("m.room.create", "m.room.name");
        var all = asking(BOB).filter("{\"room\":{\"timeline\":{\"limit\":3}}}").now();
        assertThat(members(all, room)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    @Tag("easily-missed-7")
    void who_speaks_for_the_first_time_is_told_of_once() {
        var room = aQuietRoom();
        var first = asking(BOB).filter(LAZY).now();
        says(ALICE, room, "known");
        var second = lazily(BOB, first);
        says(CAROL, room, "new");
        var third = lazily(BOB, second);
        says(CAROL, room, "known by now");
        var fourth = lazily(BOB, third);

        assertThat(members(second, room)).isEmpty();
        assertThat(members(third, room)).containsExactly(C);
        assertThat(members(fourth, room)).isEmpty();
    }

    @Test
    @Tag("easily-missed-7")
    void who_did_not_get_the_answer_is_told_again() {
        var room = aQuietRoom();
        var first = asking(BOB).filter(LAZY).now();
        says(CAROL, room, "new");
        assertThat(members(lazily(BOB, first), room)).containsExactly(C);
        assertThat(members(lazily(BOB, first), room)).containsExactly(C);
    }

    @Test
    @Tag("easily-missed-7")
    void each_device_is_told_for_itself_and_anew_when_it_begins_anew() {
        var room = aQuietRoom();
        var laptop = Server.user("bob", "LAPTOP");
        var phone = asking(BOB).filter(LAZY).now();
        var other = asking(laptop).filter(LAZY).now();
        says(CAROL, room, "new");
        var second = lazily(BOB, phone);
        assertThat(members(second, room)).containsExactly(C);
        assertThat(members(lazily(laptop, other), room)).containsExactly(C);

        for (int number = 0; number < 3; number++) {
            says(ALICE, room, "more");
        }
        var anew = asking(BOB).filter(LAZY).now();
        says(CAROL, room, "again");
        assertThat(members(anew, room)).containsExactlyInAnyOrder(A, B);
        assertThat(members(lazily(BOB, anew), room)).containsExactly(C);
    }

    @Test
    void who_wants_redundant_members_gets_them() {
        var room = aQuietRoom();
        var first = asking(BOB).filter(REDUNDANT).now();
        says(ALICE, room, "again");

        assertThat(members(asking(BOB).filter(REDUNDANT).since(first).now(), room))
                .containsExactly(A);
    }

    @Test
    void memberships_of_the_gap_are_told_whether_they_speak_or_not() {
        var room = aQuietRoom();
        var first = asking(BOB).filter(LAZY).now();
        leaves(CAROL, room);
        for (int number = 0; number < 5; number++) {
            says(ALICE, room, "more");
        }

        var second = lazily(BOB, first);
        assertThat(in(second, room).timeline().limited()).isTrue();
        assertThat(members(second, room)).containsExactly(C);
        assertThat(in(second, room).state().getFirst().event().content().string("membership"))
                .contains("leave");
    }

    @Test
    void all_of_the_state_has_the_user_in_it() {
        var room = aQuietRoom();
        var first = asking(BOB).filter(LAZY).now();

        assertThat(members(asking(BOB).filter(LAZY).since(first).fullState().now(), room))
                .containsExactly(B);
    }

    @Test
    void of_a_room_without_a_name_those_are_told_of_whom_it_is_named_after() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        for (int number = 0; number < 3; number++) {
            says(BOB, room, "word " + number);
        }

        var told = in(asking(BOB).filter(LAZY).now(), room);
        assertThat(told.summary().orElseThrow().heroes()).containsExactly(ALICE.user(), CAROL.user());
        assertThat(members(told.state())).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void who_enters_a_room_is_told_of_themselves_and_of_who_spoke() {
        var room = aQuietRoom();
        var dora = Server.user("dora");
        var first = asking(dora).filter(LAZY).now();
        joins(dora, room);
        says(ALICE, room, "welcome");

        var told = in(lazily(dora, first), room);
        assertThat(types(told.state())).contains("m.room.create");
        assertThat(members(told.state())).contains(A).doesNotContain(B, C);
        assertThat(told.summary()).isEqualTo(Optional.of(new SyncAnswer.MemberSummary(List.of(), 4, 0)));
    }

    @Test
    void the_state_after_the_timeline_has_the_members_as_they_are_then() {
        var room = aQuietRoom();
        var first = asking(BOB).filter(LAZY).now();
        var dora = Server.user("dora");
        joins(dora, room);
        says(dora, room, "hello");

        var told = in(asking(BOB).filter(LAZY).stateAfter().since(first).now(), room);
        assertThat(members(told.state())).containsExactly(dora.user().toString());
        assertThat(members(in(lazily(BOB, first), room).state())).isEmpty();
    }
}
