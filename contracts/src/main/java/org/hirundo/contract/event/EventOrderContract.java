package org.hirundo.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimePosition;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Commits;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link EventStore} guarantees of the two orders: timelines in stream order, pages in graph order. */
public abstract class EventOrderContract extends StorageContract {

    private static final StreamPosition FAR = at(1_000_000);
    private static final GraphPosition END = new GraphPosition(Long.MAX_VALUE, FAR);
    private static final GraphPosition BEGINNING = new GraphPosition(0, StreamPosition.START);

    private final GrowingRoom attic = new GrowingRoom(Rooms.ATTIC);
    private final GrowingRoom barn = new GrowingRoom(Rooms.BARN);

    private EventStore store() {
        return storage().events();
    }

    private void commit(DurableChange... changes) {
        storage().stream().commit(List.of(changes));
    }

    private static StreamPosition at(long position) {
        return new StreamPosition(position);
    }

    private static GraphPosition graph(long depth, long position) {
        return new GraphPosition(depth, at(position));
    }

    private static TimelineRange range(long after, long upTo, int limit) {
        return new TimelineRange(at(after), at(upTo), limit);
    }

    /** Commits messages to the attic, the first of which comes after a join. */
    private List<Event> messages(int count) {
        var events = new ArrayList<Event>();
        events.add(attic.join(Users.ALICE));
        for (int number = 1; number < count; number++) {
            events.add(attic.message(Users.ALICE, Contents.numbered(number)));
        }
        commit(attic.commit(events.toArray(Event[]::new)));
        return events;
    }

    private static List<EventId> ids(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::id).toList();
    }

    private static List<EventId> ids(Event... events) {
        return Arrays.stream(events).map(Event::id).toList();
    }

    private List<EventId> timeline(TimelineRange range) {
        return ids(store().timelines(Map.of(Rooms.ATTIC, range)).getOrDefault(Rooms.ATTIC, List.of()));
    }

    @Test
    void a_timeline_holds_the_newest_events_of_its_range_oldest_first() {
        var events = messages(6);

        assertThat(timeline(range(0, 100, 10)))
                .containsExactlyElementsOf(events.stream().map(Event::id).toList());
        assertThat(timeline(range(0, 100, 2))).isEqualTo(ids(events.get(4), events.get(5)));
        assertThat(timeline(range(1, 4, 10))).isEqualTo(ids(events.get(1), events.get(2), events.get(3)));
        assertThat(timeline(range(1, 4, 2))).isEqualTo(ids(events.get(2), events.get(3)));
        assertThat(timeline(range(3, 4, 1))).isEqualTo(ids(events.get(3)));
    }

    @Test
    void rooms_without_events_in_their_range_are_absent() {
        messages(3);

        assertThat(store().timelines(Map.of(
                        Rooms.ATTIC, range(3, 100, 10),
                        Rooms.BARN, range(0, 100, 10),
                        Rooms.CAPITAL_ATTIC, range(0, 100, 10))))
                .isEmpty();
        assertThat(store().timelines(Map.of(Rooms.ATTIC, range(2, 2, 10)))).isEmpty();
        assertThat(store().timelines(Map.of())).isEmpty();
    }

    @Test
    @Tag("easily-missed-15")
    void a_timeline_holds_accepted_events_alone_and_as_many_as_there_are() {
        commit(attic.commit(attic.join(Users.ALICE)));
        var shown = new ArrayList<EventId>();
        for (int number = 0; number < 3; number++) {
            for (var standing : Standing.values()) {
                var event = attic.message(Users.ALICE, Contents.numbered(number));
                commit(Commits.standing(standing, attic.commit(event)));
                if (standing == Standing.ACCEPTED) {
                    shown.add(event.id());
                }
            }
        }

        assertThat(timeline(range(1, 100, 3))).isEqualTo(shown);
        assertThat(timeline(range(1, 100, 2))).isEqualTo(shown.subList(1, 3));
    }

    @Test
    void a_timeline_is_in_stream_order_whatever_the_depths_are() {
        var join = attic.join(Users.ALICE);
        var deep = attic.messageAt(50, Users.ALICE, Contents.numbered(1));
        var shallow = attic.messageAt(7, Users.ALICE, Contents.numbered(2));
        commit(attic.commit(join, deep, shallow));

        assertThat(timeline(range(0, 100, 10))).isEqualTo(ids(join, deep, shallow));
    }

    @Test
    void every_room_has_a_range_and_a_limit_of_its_own() {
        var changes = new ArrayList<DurableChange>();
        var ranges = new HashMap<RoomId, TimelineRange>();
        for (int number = 0; number < 1_500; number++) {
            ranges.put(Rooms.room("room" + number), range(number % 3, 1_000_000, 1 + number % 4));
        }
        var expected = new HashMap<RoomId, Integer>();
        for (int number = 0; number < 12; number++) {
            var room = new GrowingRoom(Rooms.room("room" + number));
            changes.add(room.commit(
                    room.join(Users.ALICE),
                    room.message(Users.ALICE, Contents.numbered(1)),
                    room.message(Users.ALICE, Contents.numbered(2))));
            expected.put(room.id(), Math.min(3, 1 + number % 4));
        }
        storage().stream().commit(changes);
        ranges.put(Rooms.room("room1"), range(3, 5, 10));
        expected.put(Rooms.room("room1"), 2);

        var timelines = store().timelines(ranges);

        assertThat(timelines).hasSize(12);
        timelines.forEach((room, timeline) -> {
            assertThat(timeline).hasSize(expected.get(room));
            assertThat(timeline).allMatch(event -> event.event().roomId().equals(room));
            assertThat(timeline)
                    .isSortedAccordingTo((one, two) -> one.position().compareTo(two.position()));
        });
    }

    @Test
    void pages_go_by_depth_and_then_by_position() {
        var join = attic.join(Users.ALICE);
        var three = attic.messageAt(3, Users.ALICE, Contents.numbered(1));
        var two = attic.messageAt(2, Users.ALICE, Contents.numbered(2));
        var threeAgain = attic.messageAt(3, Users.ALICE, Contents.numbered(3));
        commit(attic.commit(join, three, two, threeAgain), barn.commit(barn.join(Users.ALICE)));

        assertThat(ids(store().forwards(Rooms.ATTIC, BEGINNING, 10))).isEqualTo(ids(join, two, three, threeAgain));
        assertThat(ids(store().backwards(Rooms.ATTIC, END, 10))).isEqualTo(ids(threeAgain, three, two, join));
        assertThat(ids(store().forwards(Rooms.ATTIC, BEGINNING, 2))).isEqualTo(ids(join, two));
        assertThat(ids(store().backwards(Rooms.ATTIC, END, 2))).isEqualTo(ids(threeAgain, three));
    }

    @Test
    void the_way_back_leaves_out_where_it_begins_and_the_way_forth_does_not() {
        var join = attic.join(Users.ALICE);
        var two = attic.messageAt(2, Users.ALICE, Contents.numbered(1));
        var twoAgain = attic.messageAt(2, Users.ALICE, Contents.numbered(2));
        commit(attic.commit(join, two, twoAgain));

        assertThat(ids(store().backwards(Rooms.ATTIC, graph(2, 3), 10))).isEqualTo(ids(two, join));
        assertThat(ids(store().backwards(Rooms.ATTIC, graph(2, 2), 10))).isEqualTo(ids(join));
        assertThat(ids(store().backwards(Rooms.ATTIC, graph(1, 1), 10))).isEmpty();
        assertThat(ids(store().forwards(Rooms.ATTIC, graph(2, 2), 10))).isEqualTo(ids(two, twoAgain));
        assertThat(ids(store().forwards(Rooms.ATTIC, graph(2, 3), 10))).isEqualTo(ids(twoAgain));
        assertThat(ids(store().forwards(Rooms.ATTIC, graph(2, 4), 10))).isEmpty();
        assertThat(ids(store().forwards(Rooms.ATTIC, graph(1, 500), 10))).isEqualTo(ids(two, twoAgain));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_both_ways() {
        var events = messages(25);

        var back = new ArrayList<EventId>();
        var before = END;
        for (var page = store().backwards(Rooms.ATTIC, before, 4);
                !page.isEmpty();
                page = store().backwards(Rooms.ATTIC, before, 4)) {
            back.addAll(ids(page));
            before = page.getLast().graphPosition();
        }
        var forth = new ArrayList<EventId>();
        var from = BEGINNING;
        for (var page = store().forwards(Rooms.ATTIC, from, 4);
                !page.isEmpty();
                page = store().forwards(Rooms.ATTIC, from, 4)) {
            forth.addAll(ids(page));
            var last = page.getLast();
            from = graph(last.event().depth(), last.position().value() + 1);
        }

        var all = events.stream().map(Event::id).toList();
        assertThat(forth).isEqualTo(all);
        assertThat(back.reversed()).isEqualTo(all);
    }

    @Test
    @Tag("easily-missed-15")
    void pages_hold_accepted_events_alone() {
        var join = attic.join(Users.ALICE);
        commit(attic.commit(join));
        for (var standing : List.of(Standing.SOFT_FAILED, Standing.REJECTED, Standing.OUTLIER)) {
            commit(Commits.standing(standing, attic.commit(attic.message(Users.ALICE, Contents.numbered(1)))));
        }

        assertThat(ids(store().forwards(Rooms.ATTIC, BEGINNING, 10))).isEqualTo(ids(join));
        assertThat(ids(store().backwards(Rooms.ATTIC, END, 10))).isEqualTo(ids(join));
    }

    @Test
    @Tag("easily-missed-29")
    void depths_go_as_far_as_canonical_json_does() {
        long deepest = (1L << 53) - 1;
        var join = attic.join(Users.ALICE);
        var deep = attic.messageAt(deepest, Users.ALICE, Contents.numbered(1));
        commit(attic.commit(join, deep));

        assertThat(ids(store().backwards(Rooms.ATTIC, END, 10))).isEqualTo(ids(deep, join));
        assertThat(store().graphPositionAfter(Rooms.ATTIC, FAR)).contains(graph(deepest, 3));
    }

    @Test
    void the_graph_position_after_a_stream_position_is_just_after_the_last_event() {
        var join = attic.join(Users.ALICE);
        var deep = attic.messageAt(9, Users.ALICE, Contents.numbered(1));
        var shallow = attic.messageAt(4, Users.ALICE, Contents.numbered(2));
        commit(attic.commit(join, deep), barn.commit(barn.join(Users.ALICE)), attic.commit(shallow));

        assertThat(store().graphPositionAfter(Rooms.ATTIC, StreamPosition.START))
                .isEmpty();
        assertThat(store().graphPositionAfter(Rooms.BARN, at(2))).isEmpty();
        assertThat(store().graphPositionAfter(Rooms.HASHED, FAR)).isEmpty();
        assertThat(store().graphPositionAfter(Rooms.ATTIC, at(1))).contains(graph(1, 2));
        assertThat(store().graphPositionAfter(Rooms.ATTIC, at(3))).contains(graph(9, 3));
        assertThat(store().graphPositionAfter(Rooms.ATTIC, FAR)).contains(graph(4, 5));
    }

    @Test
    void what_is_before_the_graph_position_after_an_event_begins_with_it() {
        var events = messages(3);
        var after = store().graphPositionAfter(Rooms.ATTIC, at(2)).orElseThrow();

        assertThat(ids(store().backwards(Rooms.ATTIC, after, 1))).isEqualTo(ids(events.get(1)));
        assertThat(ids(store().forwards(Rooms.ATTIC, after, 1))).isEqualTo(ids(events.get(2)));
    }

    @Test
    void only_accepted_events_have_a_say_in_the_graph_position() {
        commit(attic.commit(attic.join(Users.ALICE)));
        commit(Commits.standing(
                Standing.REJECTED, attic.commit(attic.messageAt(90, Users.ALICE, Contents.numbered(1)))));

        assertThat(store().graphPositionAfter(Rooms.ATTIC, FAR)).contains(graph(1, 2));
    }

    @Test
    void accepted_events_of_all_rooms_are_read_in_stream_order() {
        var first = messages(3);
        var inBarn = barn.join(Users.BOB);
        var refused = attic.message(Users.BOB, Contents.numbered(7));
        var last = attic.message(Users.ALICE, Contents.numbered(8));
        commit(
                barn.commit(inBarn),
                Commits.standing(Standing.REJECTED, attic.commit(refused)),
                Commits.redacting(first.get(1), attic.commit(last)));

        var all = store().inStreamOrder(StreamPosition.START, FAR, 100);
        assertThat(ids(all)).isEqualTo(ids(first.get(0), first.get(1), first.get(2), inBarn, last));
        assertThat(all).isSortedAccordingTo(Comparator.comparing(StoredEvent::position));
        assertThat(all.get(1).redactedBy()).contains(last.id());
        assertThat(ids(store().inStreamOrder(at(1), at(4), 100))).isEqualTo(ids(first.get(1), first.get(2), inBarn));
        assertThat(ids(store().inStreamOrder(at(1), FAR, 2))).isEqualTo(ids(first.get(1), first.get(2)));
        assertThat(store().inStreamOrder(at(6), FAR, 2)).isEmpty();
    }

    private List<EventId> sentBefore(Event event, StreamPosition position, int limit) {
        return ids(store().sentBefore(Rooms.ATTIC, new TimePosition(event.originServerTs(), position), limit));
    }

    private List<EventId> sentFrom(Event event, StreamPosition position, int limit) {
        return ids(store().sentFrom(Rooms.ATTIC, new TimePosition(event.originServerTs(), position), limit));
    }

    @Test
    void events_are_found_by_the_time_at_which_they_were_sent_nearest_first() {
        var events = messages(5);
        commit(barn.commit(barn.join(Users.ALICE)));
        var middle = events.get(2);

        assertThat(sentFrom(middle, StreamPosition.START, 2)).isEqualTo(ids(middle, events.get(3)));
        assertThat(sentBefore(middle, StreamPosition.START, 2)).isEqualTo(ids(events.get(1), events.get(0)));
        assertThat(sentBefore(middle, FAR, 1)).isEqualTo(ids(middle));
        assertThat(sentFrom(middle, FAR, 1)).isEqualTo(ids(events.get(3)));
        assertThat(store().sentFrom(Rooms.ATTIC, TimePosition.startOf(Long.MAX_VALUE), 10))
                .isEmpty();
        assertThat(store().sentBefore(Rooms.ATTIC, TimePosition.startOf(0), 10)).isEmpty();
    }
}
