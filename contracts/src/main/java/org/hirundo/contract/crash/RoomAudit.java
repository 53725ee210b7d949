package org.hirundo.contract.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.state.SnapshotChain;
import org.hirundo.domain.state.StateMap;

/**
 * Looks at a room from all sides: its history in stream order says what each of the others must be. The room's history has
 * no forks, and each commit but the first added one event.
 */
final class RoomAudit {

    private static final int ALL = 1_000_000;
    private static final StreamPosition FAR = new StreamPosition(Long.MAX_VALUE);

    /** What the first commit of each room holds, by type. */
    private static final List<String> FOUNDATIONS = List.of(
            "m.room.create",
            "m.room.member",
            "m.room.power_levels",
            "m.room.join_rules",
            "m.room.history_visibility",
            "m.room.guest_access");

    private final Storage storage;
    private final RoomId room;
    private final List<StoredEvent> timeline;
    private final RoomHead head;

    RoomAudit(Storage storage, RoomId room) {
        this.storage = storage;
        this.room = room;
        this.timeline = storage.events()
                .timelines(Map.of(room, new TimelineRange(StreamPosition.START, FAR, ALL)))
                .getOrDefault(room, List.of());
        this.head = storage.rooms().head(room).orElseThrow();
    }

    /** Checks the room; answers its history in stream order. */
    List<StoredEvent> check() {
        checkFoundations();
        checkOrders();
        checkExtremities();
        checkStates();
        checkRedactions();
        return timeline;
    }

    private void checkFoundations() {
        assertThat(timeline.stream().map(event -> event.event().type().value()))
                .startsWith(FOUNDATIONS.toArray(String[]::new));
        assertThat(head.revision()).isEqualTo(timeline.size() - FOUNDATIONS.size() + 1);
        assertThat(storage.rooms().changedSince(Set.of(room), previous(timeline.getLast())))
                .containsExactly(room);
        assertThat(storage.rooms().changedSince(Set.of(room), timeline.getLast().position()))
                .isEmpty();
    }

    private static StreamPosition previous(StoredEvent event) {
        return new StreamPosition(event.position().value() - 1);
    }

    private void checkOrders() {
        assertThat(timeline).extracting(StoredEvent::position).isSorted();
        var ids = timeline.stream().map(StoredEvent::id).collect(Collectors.toSet());
        assertSame(List.copyOf(storage.events().events(ids).values()), timeline);
        var inGraphOrder = storage.events().forwards(room, new GraphPosition(0, StreamPosition.START), ALL);
        assertThat(inGraphOrder).extracting(StoredEvent::graphPosition).isSorted();
        assertSame(inGraphOrder, timeline);
        assertThat(ids(storage.events().backwards(room, new GraphPosition(Long.MAX_VALUE, FAR), ALL)))
                .isEqualTo(ids(inGraphOrder).reversed());
        assertThat(storage.events().graphPositionAfter(room, FAR)).hasValueSatisfying(after -> assertThat(after)
                .isGreaterThan(timeline.getLast().graphPosition()));
    }

    /** The same events, in whatever order, down to their bytes. */
    private static void assertSame(List<StoredEvent> found, List<StoredEvent> expected) {
        assertThat(found).hasSameSizeAs(expected);
        var byId = found.stream().collect(Collectors.toMap(StoredEvent::id, Function.identity()));
        for (var event : expected) {
            var other = byId.get(event.id());
            assertThat(other).isEqualTo(event);
            assertThat(other.event().bytes()).isEqualTo(event.event().bytes());
        }
    }

    private static List<EventId> ids(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::id).toList();
    }

    private void checkExtremities() {
        var ends = new HashSet<>(ids(timeline));
        timeline.forEach(event -> event.event().prevEvents().forEach(ends::remove));
        assertThat(head.forwardExtremities())
                .isEqualTo(ends)
                .containsExactly(timeline.getLast().id());
    }

    private void checkStates() {
        var snapshots = storage.rooms()
                .snapshots(timeline.stream().map(StoredEvent::stateAfter).collect(Collectors.toSet()));
        var state = StateMap.EMPTY;
        for (var event : timeline) {
            var tuple = event.event().stateTuple();
            assertThat(event.replacesState()).isEqualTo(tuple.flatMap(state::get));
            if (tuple.isPresent()) {
                state = state.with(tuple.get(), event.id());
                assertThat(SnapshotChain.of(snapshots.get(event.stateAfter())).state())
                        .isEqualTo(state);
            }
        }
        assertThat(SnapshotChain.of(head.currentState()).state()).isEqualTo(state);
        assertThat(storage.rooms().statesAt(Map.of(room, FAR)))
                .containsEntry(room, timeline.getLast().stateAfter());
        checkMemberships(state);
        checkSummary(state);
    }

    private void checkMemberships(StateMap state) {
        var byId = timeline.stream().collect(Collectors.toMap(StoredEvent::id, Function.identity()));
        var expected = new HashMap<UserId, RoomMembership>();
        state.ofType(EventType.MEMBER).forEach((user, id) -> {
            var event = byId.get(id);
            var membership = event.event().content().string("membership").flatMap(Membership::of);
            expected.put(
                    UserId.parse(user),
                    new RoomMembership(
                            room, UserId.parse(user), membership.orElseThrow(), id, event.position(), false));
        });
        assertThat(storage.memberships().membersOf(room)).isEqualTo(expected);
        assertThat(storage.memberships().joinedTo(Set.of(room))).isEqualTo(Map.of(room, expected.keySet()));
        expected.forEach((user, membership) ->
                assertThat(storage.memberships().roomsOf(user)).containsEntry(room, membership));
    }

    private void checkSummary(StateMap state) {
        var summary = storage.rooms().summaries(Set.of(room)).get(room);
        assertThat(summary.joinedMembers())
                .isEqualTo(state.ofType(EventType.MEMBER).size());
        assertThat(summary.name()).isEqualTo(text(state, EventType.NAME, "name"));
        assertThat(summary.topic()).isEqualTo(text(state, EventType.TOPIC, "topic"));
    }

    private Optional<String> text(StateMap state, EventType type, String key) {
        return state.get(type)
                .flatMap(id ->
                        timeline.stream().filter(event -> event.id().equals(id)).findFirst())
                .flatMap(event -> event.event().content().string(key));
    }

    /** A redaction and the redacted form came with one commit, so there is never one without the other. */
    private void checkRedactions() {
        var redacted = new ArrayList<Map.Entry<EventId, EventId>>();
        var redactions = new ArrayList<Map.Entry<EventId, EventId>>();
        for (var event : timeline) {
            event.redactedBy().ifPresent(by -> redacted.add(Map.entry(by, event.id())));
            if (event.event().isType(EventType.REDACTION)) {
                redactions.add(Map.entry(event.id(), event.event().redacts().orElseThrow()));
            }
        }
        assertThat(redacted).containsExactlyInAnyOrderElementsOf(redactions);
    }
}
