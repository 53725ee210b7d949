package org.hirundo.domain.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hirundo.domain.fixture.Action.message;
import static org.hirundo.domain.fixture.RoomFixture.aRoom;
import static org.hirundo.domain.fixture.Users.ALICE;
import static org.hirundo.domain.fixture.Users.BOB;
import static org.hirundo.domain.fixture.Users.CAROL;
import static org.hirundo.domain.fixture.VerdictAssert.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.InVersions;
import org.hirundo.domain.fixture.RoomFixture;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Tag;

class AuthEventsRuleTest {

    @InVersions
    void an_event_cites_what_it_is_authorised_by(RoomVersion version) {
        var room = roomOfTwo(version);

        assertThat(verdict(room, room.event(BOB, message("hello")))).isAllowed();
    }

    @InVersions
    void nothing_is_cited_twice(RoomVersion version) {
        var room = roomOfTwo(version);
        var first = room.current(EventType.MEMBER, BOB.toString()).id();
        room.joinedBy(BOB);
        var event = citing(room, plus(room.event(BOB, message("hello")), first));

        assertThat(verdict(room, event)).isDenied().under("auth_events").by("two events for");
    }

    @InVersions
    void the_same_event_is_not_cited_twice(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = citing(
                room,
                plus(
                        room.event(BOB, message("hello")),
                        room.current(EventType.MEMBER, BOB.toString()).id()));

        assertThat(verdict(room, event)).isDenied().by("two events for");
    }

    @InVersions
    void what_does_not_bear_on_an_event_is_not_cited(RoomVersion version) {
        var room = roomOfTwo(version);
        var hello = room.event(BOB, message("hello"));

        for (var stranger :
                List.of(room.current(EventType.JOIN_RULES), room.current(EventType.MEMBER, ALICE.toString()))) {
            assertThat(verdict(room, citing(room, plus(hello, stranger.id()))))
                    .isDenied()
                    .under("auth_events")
                    .by("does not bear on it");
        }
    }

    @InVersions
    void a_message_is_not_cited(RoomVersion version) {
        var room = roomOfTwo(version);
        var message = room.event(BOB, message("hello"));
        room.accepts(message);

        assertThat(verdict(room, citing(room, plus(room.event(BOB, message("again")), message.id()))))
                .isDenied()
                .by("does not bear on it");
    }

    @InVersions
    @Tag("easily-missed-16")
    void a_rejected_event_is_not_cited(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, message("hello"));
        var known = new HashMap<>(room.cited(event));
        var membership = room.current(EventType.MEMBER, BOB.toString());
        known.put(membership.id(), new JudgedEvent(membership, true));

        assertThat(version.auth().checkAuthEvents(event, known))
                .isDenied()
                .under("auth_events")
                .by("rejected");
    }

    @InVersions
    void an_event_that_cites_the_unknown_is_denied(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, message("hello"));
        var known = new HashMap<>(room.cited(event));
        known.remove(room.current(EventType.POWER_LEVELS).id());

        assertThat(version.auth().checkAuthEvents(event, known)).isDenied().by("not known");
    }

    @InVersions
    void events_of_other_rooms_are_not_cited(RoomVersion version) {
        var room = roomOfTwo(version);
        var other = aRoom().in(version).createdBy(CAROL).joinedBy(BOB);
        var event = room.event(BOB, message("hello"));
        var elsewhere = citing(
                room,
                replaced(
                        event,
                        room.current(EventType.MEMBER, BOB.toString()),
                        other.current(EventType.MEMBER, BOB.toString())));
        var known = new HashMap<>(room.cited(elsewhere));
        known.putAll(other.cited(elsewhere));

        assertThat(version.auth().checkAuthEvents(elsewhere, known))
                .isDenied()
                .under("auth_events")
                .by("another room");
    }

    @InVersions(to = 11)
    void the_create_event_is_cited(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, message("hello"));
        var cited = new ArrayList<>(event.authEvents());
        cited.remove(room.current(EventType.CREATE).id());

        assertThat(verdict(room, citing(room, cited)))
                .isDenied()
                .under("auth_events")
                .by("create event");
    }

    @InVersions(from = 12)
    @Tag("easily-missed-12")
    void the_create_event_is_not_cited(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, message("hello"));

        assertThat(verdict(
                        room,
                        citing(room, plus(event, room.current(EventType.CREATE).id()))))
                .isDenied()
                .by("does not bear on it");
    }

    @InVersions(from = 12)
    @Tag("easily-missed-12")
    @Tag("easily-missed-16")
    void the_room_id_names_an_accepted_create_event(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, message("hello"));
        var create = room.current(EventType.CREATE);
        var unknown = new HashMap<>(room.cited(event));
        unknown.remove(create.id());
        var rejected = new HashMap<>(room.cited(event));
        rejected.put(create.id(), new JudgedEvent(create, true));

        for (var known : List.of(unknown, rejected)) {
            assertThat(version.auth().checkAuthEvents(event, known)).isDenied().under("room_id");
        }
    }

    @InVersions(from = 12)
    void the_room_id_names_a_create_event_and_nothing_else(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, message("hello"));
        var known = new HashMap<>(room.cited(event));
        var create = room.current(EventType.CREATE);
        known.put(create.id(), new JudgedEvent(room.current(EventType.POWER_LEVELS), false));

        assertThat(version.auth().checkAuthEvents(event, known)).isDenied().under("room_id");
    }

    @InVersions
    void an_event_that_its_auth_events_do_not_allow_is_denied(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, Action.ban(ALICE));

        assertThat(verdict(room, event)).isDenied().under("m.room.member");
    }

    @InVersions
    void an_event_that_leaves_out_a_ban_is_denied_by_the_state(RoomVersion version) {
        var room = roomOfTwo(version);
        var before = room.event(BOB, Action.join(BOB));
        room.bans(BOB);

        assertThat(version.auth().checkAuthEvents(before, room.cited(before))).isAllowed();
        assertThat(version.auth().check(before, room.authState())).isDenied().by("banned");
    }

    @InVersions
    void what_is_cited_is_what_has_to_be_known(RoomVersion version) {
        var room = roomOfTwo(version);
        var event = room.event(BOB, message("hello"));

        assertThat(version.auth().authEventsOf(event))
                .containsAll(event.authEvents())
                .contains(room.current(EventType.CREATE).id())
                .hasSize(3);
    }

    private static RoomFixture roomOfTwo(RoomVersion version) {
        return aRoom().in(version).createdBy(ALICE).joinedBy(BOB);
    }

    private static Event citing(RoomFixture room, List<EventId> authEvents) {
        return room.event(BOB, message("hello"), authEvents);
    }

    private static List<EventId> plus(Event event, EventId more) {
        var cited = new ArrayList<>(event.authEvents());
        cited.add(more);
        return cited;
    }

    private static List<EventId> replaced(Event event, Event one, Event other) {
        return event.authEvents().stream()
                .map(id -> id.equals(one.id()) ? other.id() : id)
                .toList();
    }

    private static Verdict verdict(RoomFixture room, Event event) {
        Map<EventId, JudgedEvent> known = room.cited(event);
        return room.version().auth().checkAuthEvents(event, known);
    }
}
