package org.hirundo.contract.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.relation.RelationSummary;
import org.hirundo.application.port.relation.RelationSummary.ThreadSummary;
import org.hirundo.application.port.relation.RelationViewer;
import org.hirundo.application.port.relation.ThreadPlace;
import org.hirundo.application.port.stream.RoomCommit;
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
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.relation.RelationType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link RelationStore} guarantees. */
public abstract class RelationStoreContract extends StorageContract {

    private static final GraphPosition END = new GraphPosition(Long.MAX_VALUE, new StreamPosition(Long.MAX_VALUE));
    private static final GraphPosition BEGINNING = new GraphPosition(0, StreamPosition.START);
    private static final RelationType OTHER = new RelationType("org.example.\u0000other");

    private final GrowingRoom room = new GrowingRoom(Rooms.ATTIC);
    private final RoomCommit created = room.commit(room.join(Users.ALICE));

    private RelationStore store() {
        return storage().relations();
    }

    private void commit(RoomCommit... commits) {
        storage().stream().commit(List.copyOf(Arrays.asList(commits)));
    }

    private static JsonObject content(RelationType type, EventId parent) {
        return JsonObject.of(
                "m.relates_to", JsonObject.of("rel_type", type.value()).with("event_id", parent.value()));
    }

    private Event drafted(UserId sender, RelationType type, Event parent) {
        return room.message(sender, content(type, parent.id()));
    }

    /** A message that says nothing of others. */
    private Event message(UserId sender) {
        var event = room.message(sender, Contents.numbered(1));
        commit(room.commit(event));
        return event;
    }

    /** A message that is the child of another. */
    private Event child(UserId sender, RelationType type, Event parent) {
        var event = drafted(sender, type, parent);
        commit(room.commit(event));
        return event;
    }

    private StoredEvent stored(Event event) {
        return Optional.ofNullable(storage().events().events(Set.of(event.id())).get(event.id()))
                .orElseThrow(() -> new AssertionError("There is no event " + event.id()));
    }

    private List<EventId> related(Event parent, int levels, Optional<RelationType> type) {
        return store().related(
                        new RelationRange(room.id(), parent.id(), levels, type, Optional.empty(), true, END, 100));
    }

    private List<EventId> related(Event parent) {
        return related(parent, 1, Optional.empty());
    }

    private static List<EventId> ids(Event... events) {
        return Arrays.stream(events).map(Event::id).toList();
    }

    private static RelationViewer everything(UserId viewer) {
        return new RelationViewer(viewer, Set.of(), new StreamPosition(Long.MAX_VALUE));
    }

    private Map<EventId, RelationSummary> summaries(RelationViewer viewer, Event... parents) {
        return store().summaries(Arrays.stream(parents).map(this::stored).toList(), viewer);
    }

    private Optional<RelationSummary> summary(RelationViewer viewer, Event parent) {
        return Optional.ofNullable(summaries(viewer, parent).get(parent.id()));
    }

    private Optional<ThreadSummary> thread(RelationViewer viewer, Event root) {
        return summary(viewer, root).flatMap(RelationSummary::thread);
    }

    private Optional<EventId> replacement(Event original) {
        return summary(everything(Users.ALICE), original).flatMap(RelationSummary::replacement);
    }

    @Test
    void children_of_any_kind_are_found_the_last_in_graph_order_first() {
        commit(created);
        var parent = message(Users.ALICE);
        var thread = child(Users.BOB, RelationType.THREAD, parent);
        var other = child(Users.ALICE, OTHER, parent);
        var early = room.messageAt(2, Users.ALICE, content(RelationType.REFERENCE, parent.id()));
        commit(room.commit(early));
        message(Users.ALICE);

        assertThat(related(parent)).isEqualTo(ids(other, thread, early));
        assertThat(related(thread)).isEmpty();
    }

    @Test
    void children_are_wanted_by_relation_and_by_type() {
        commit(created);
        var parent = message(Users.ALICE);
        var thread = child(Users.BOB, RelationType.THREAD, parent);
        var other = child(Users.ALICE, OTHER, parent);
        var type = new EventType("a\u0000b");
        var state = room.state(Users.ALICE, type, "", content(OTHER, parent.id()));
        commit(room.commit(state));

        assertThat(related(parent, 1, Optional.of(RelationType.THREAD))).isEqualTo(ids(thread));
        assertThat(related(parent, 1, Optional.of(OTHER))).isEqualTo(ids(state, other));
        assertThat(store().related(new RelationRange(
                        room.id(), parent.id(), 1, Optional.of(OTHER), Optional.of(type), true, END, 100)))
                .isEqualTo(ids(state));
        assertThat(related(parent, 1, Optional.of(RelationType.REPLACE))).isEmpty();
    }

    @Test
    void children_are_read_page_by_page_in_both_directions() {
        commit(created);
        var parent = message(Users.ALICE);
        var children = new ArrayList<EventId>();
        for (int number = 0; number < 5; number++) {
            children.add(child(Users.BOB, RelationType.THREAD, parent).id());
        }
        var third = storage().events().events(Set.of(children.get(2))).get(children.get(2));

        assertThat(store().related(new RelationRange(
                        room.id(), parent.id(), 1, Optional.empty(), Optional.empty(), true, third.graphPosition(), 1)))
                .containsExactly(children.get(1));
        assertThat(store().related(new RelationRange(
                        room.id(),
                        parent.id(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        third.graphPosition(),
                        2)))
                .isEqualTo(children.subList(2, 4));
        assertThat(store().related(new RelationRange(
                        room.id(), parent.id(), 1, Optional.empty(), Optional.empty(), false, BEGINNING, 100)))
                .isEqualTo(children);
    }

    @Test
    void children_of_children_are_found_as_many_levels_down_as_are_wanted() {
        commit(created);
        var parent = message(Users.ALICE);
        var first = child(Users.BOB, RelationType.THREAD, parent);
        var second = child(Users.BOB, RelationType.ANNOTATION, first);
        var sibling = child(Users.BOB, RelationType.THREAD, parent);
        var third = child(Users.BOB, RelationType.REFERENCE, second);
        child(Users.BOB, RelationType.REFERENCE, third);

        assertThat(related(parent, 1, Optional.empty())).isEqualTo(ids(sibling, first));
        assertThat(related(parent, 2, Optional.empty())).isEqualTo(ids(sibling, second, first));
        assertThat(related(parent, 3, Optional.empty())).isEqualTo(ids(third, sibling, second, first));
    }

    @Test
    void who_lies_in_between_must_be_wanted_too() {
        commit(created);
        var parent = message(Users.ALICE);
        var thread = child(Users.BOB, RelationType.THREAD, parent);
        var reference = child(Users.BOB, RelationType.REFERENCE, thread);
        child(Users.BOB, RelationType.THREAD, reference);
        var below = child(Users.BOB, RelationType.THREAD, thread);

        assertThat(related(parent, 3, Optional.of(RelationType.THREAD))).isEqualTo(ids(below, thread));
    }

    @Test
    void a_child_may_come_before_its_parent() {
        commit(created);
        var parent = room.message(Users.ALICE, Contents.numbered(7));
        var child = drafted(Users.BOB, RelationType.THREAD, parent);
        commit(room.commit(child));
        commit(room.commit(parent));

        assertThat(related(parent)).isEqualTo(ids(child));
    }

    @Test
    void an_event_of_another_room_is_no_child() {
        commit(created);
        var parent = message(Users.ALICE);
        var other = new GrowingRoom(Rooms.room("cellar"));
        commit(other.commit(other.join(Users.BOB)));
        for (var type : List.of(RelationType.THREAD, RelationType.REPLACE, RelationType.REFERENCE)) {
            commit(other.commit(other.message(Users.ALICE, content(type, parent.id()))));
        }

        assertThat(related(parent)).isEmpty();
        assertThat(summary(everything(Users.ALICE), parent)).isEmpty();
        assertThat(store().threads(room.id(), END, everything(Users.ALICE), 10)).isEmpty();
    }

    @Test
    @Tag("easily-missed-15")
    void only_accepted_events_are_children() {
        commit(created);
        var parent = message(Users.ALICE);
        for (var standing : List.of(Standing.REJECTED, Standing.SOFT_FAILED, Standing.OUTLIER)) {
            commit(Commits.standing(standing, room.commit(drafted(Users.ALICE, RelationType.THREAD, parent))));
        }

        assertThat(related(parent)).isEmpty();
        assertThat(summary(everything(Users.ALICE), parent)).isEmpty();
    }

    @Test
    void a_redacted_event_is_no_child_any_more() {
        commit(created);
        var parent = message(Users.ALICE);
        var stays = child(Users.BOB, RelationType.THREAD, parent);
        var goes = child(Users.BOB, RelationType.THREAD, parent);
        var edit = child(Users.ALICE, RelationType.REPLACE, parent);
        commit(Commits.redacting(goes, room.commit(room.message(Users.BOB, Contents.numbered(1)))));
        commit(Commits.redacting(edit, room.commit(room.message(Users.BOB, Contents.numbered(2)))));

        assertThat(related(parent)).isEqualTo(ids(stays));
        assertThat(summary(everything(Users.BOB), parent))
                .contains(new RelationSummary(
                        Optional.empty(), Optional.of(new ThreadSummary(1, stays.id(), true)), List.of()));
    }

    @Test
    void a_thread_is_summed_up_for_its_viewer() {
        commit(created);
        var root = message(Users.ALICE);
        var first = child(Users.BOB, RelationType.THREAD, root);
        child(Users.CAROL, RelationType.THREAD, root);
        var last = child(Users.BOB, RelationType.THREAD, root);

        assertThat(thread(everything(Users.ALICE), root)).contains(new ThreadSummary(3, last.id(), false));
        assertThat(thread(everything(Users.CAROL), root)).contains(new ThreadSummary(3, last.id(), true));
        var carolOnly = new RelationViewer(Users.ALICE, Set.of(Users.BOB), new StreamPosition(Long.MAX_VALUE));
        assertThat(thread(carolOnly, root))
                .hasValueSatisfying(thread -> assertThat(thread.count()).isEqualTo(1));
        var early = new RelationViewer(Users.ALICE, Set.of(), stored(first).position());
        assertThat(thread(early, root)).contains(new ThreadSummary(1, first.id(), false));
        assertThat(thread(new RelationViewer(Users.ALICE, Set.of(), StreamPosition.START), root))
                .isEmpty();
    }

    @Test
    void the_latest_of_a_thread_is_the_last_in_graph_order() {
        commit(created);
        var root = message(Users.ALICE);
        var deep = room.messageAt(50, Users.BOB, content(RelationType.THREAD, root.id()));
        commit(room.commit(deep));
        commit(room.commit(room.messageAt(10, Users.BOB, content(RelationType.THREAD, root.id()))));

        assertThat(thread(everything(Users.ALICE), root)).contains(new ThreadSummary(2, deep.id(), false));
    }

    @Test
    void the_newest_edit_by_the_sender_of_an_event_replaces_it() {
        commit(created);
        var original = message(Users.ALICE);
        assertThat(replacement(original)).isEmpty();
        child(Users.BOB, RelationType.REPLACE, original);
        commit(room.commit(room.state(Users.ALICE, EventType.TOPIC, "", content(RelationType.REPLACE, original.id()))));
        assertThat(replacement(original)).isEmpty();
        child(Users.ALICE, RelationType.REPLACE, original);
        var newest = child(Users.ALICE, RelationType.REPLACE, original);

        assertThat(replacement(original)).contains(newest.id());
    }

    @Test
    void references_are_told_in_graph_order() {
        commit(created);
        var parent = message(Users.ALICE);
        var first = child(Users.BOB, RelationType.REFERENCE, parent);
        var second = child(Users.CAROL, RelationType.REFERENCE, parent);
        var third = child(Users.BOB, RelationType.REFERENCE, parent);

        assertThat(summary(everything(Users.ALICE), parent).map(RelationSummary::references))
                .contains(ids(first, second, third));
        var viewer = new RelationViewer(Users.ALICE, Set.of(Users.BOB), new StreamPosition(Long.MAX_VALUE));
        assertThat(summary(viewer, parent).map(RelationSummary::references)).contains(ids(second));
    }

    @Test
    void many_events_are_summed_up_at_once() {
        commit(created);
        var parents = new ArrayList<Event>();
        for (int number = 0; number < 20; number++) {
            var parent = message(Users.ALICE);
            parents.add(parent);
            if (number % 2 == 0) {
                child(Users.BOB, RelationType.THREAD, parent);
            } else {
                child(Users.BOB, RelationType.ANNOTATION, parent);
            }
        }

        assertThat(summaries(everything(Users.ALICE), parents.toArray(Event[]::new)))
                .hasSize(10)
                .allSatisfy((_, summary) -> assertThat(summary.thread()).isPresent());
        assertThat(store().summaries(List.of(), everything(Users.ALICE))).isEmpty();
    }

    @Test
    void the_threads_of_a_room_are_listed_by_their_latest_event() {
        commit(created);
        var one = message(Users.ALICE);
        var two = message(Users.BOB);
        var three = message(Users.BOB);
        child(Users.BOB, RelationType.THREAD, one);
        child(Users.CAROL, RelationType.THREAD, two);
        child(Users.BOB, RelationType.THREAD, three);
        child(Users.BOB, RelationType.REFERENCE, two);
        child(Users.BOB, RelationType.THREAD, one);
        var viewer = everything(Users.ALICE);

        var threads = store().threads(room.id(), END, viewer, 10);
        assertThat(threads).extracting(ThreadPlace::root).containsExactly(one.id(), three.id(), two.id());
        assertThat(store().threads(room.id(), END, viewer, 1)).isEqualTo(threads.subList(0, 1));
        assertThat(store().threads(room.id(), threads.get(0).latest(), viewer, 10))
                .isEqualTo(threads.subList(1, 3));
        var ignoring = new RelationViewer(Users.ALICE, Set.of(Users.CAROL), new StreamPosition(Long.MAX_VALUE));
        assertThat(store().threads(room.id(), END, ignoring, 10))
                .extracting(ThreadPlace::root)
                .containsExactly(one.id(), three.id());
    }

    @Test
    void a_users_annotations_of_an_event_are_found() {
        commit(created);
        var parent = message(Users.ALICE);
        var own = child(Users.BOB, RelationType.ANNOTATION, parent);
        child(Users.CAROL, RelationType.ANNOTATION, parent);
        child(Users.BOB, RelationType.REFERENCE, parent);

        assertThat(store().annotations(room.id(), parent.id(), Users.BOB, EventType.MESSAGE))
                .containsExactly(own.id());
        assertThat(store().annotations(room.id(), parent.id(), Users.BOB, EventType.REACTION))
                .isEmpty();
        assertThat(store().annotations(Rooms.room("cellar"), parent.id(), Users.BOB, EventType.MESSAGE))
                .isEmpty();
    }
}
