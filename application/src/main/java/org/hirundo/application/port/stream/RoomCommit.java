package org.hirundo.application.port.stream;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.Snapshot;

/**
 * Everything that must happen together when a room grows.
 *
 * @param version the room's version; the first commit of a room creates it
 * @param basedOn the revision of the room this commit was computed from, 0 for a new room; the room has
 *     {@code basedOn + 1} afterwards
 * @param events the new events, in stream order; at least one
 * @param snapshots states that are new with this commit; each is named by one of its events
 * @param forwardExtremities the room's forward extremities afterwards
 * @param currentState the snapshot that is the room's current state afterwards, empty only while the room has none
 * @param memberships how the membership projection changes
 * @param redacted events known before that are redacted by one of the new events: their stored form is replaced
 * @param summary the room's public face, when it changed
 * @param transaction the client transaction that this commit answers
 */
public record RoomCommit(
        RoomId room,
        RoomVersion version,
        long basedOn,
        List<NewEvent> events,
        List<Snapshot> snapshots,
        Set<EventId> forwardExtremities,
        Optional<EventId> currentState,
        List<MembershipChange> memberships,
        List<Redacted> redacted,
        Optional<RoomSummary> summary,
        Optional<ClientTransaction> transaction)
        implements DurableChange {

    public RoomCommit {
        events = List.copyOf(events);
        snapshots = List.copyOf(snapshots);
        forwardExtremities = Set.copyOf(forwardExtremities);
        memberships = List.copyOf(memberships);
        redacted = List.copyOf(redacted);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A room commit has at least one event: " + room);
        }
    }

    /**
     * A new event with what is known of it.
     *
     * @param stateAfter the snapshot of the state after the event
     * @param roomState the snapshot of the room's current state once the event is in; differs from {@code stateAfter}
     *     only where the event's state was resolved with that of other extremities
     * @param replacesState the event that had the same state tuple in the state before this one
     */
    public record NewEvent(
            Event event, Standing standing, EventId stateAfter, EventId roomState, Optional<EventId> replacesState) {}

    /** The membership of a user in the room's current state, which {@code event} gave. */
    public record MembershipChange(UserId user, Membership membership, EventId event) {}

    /** The redacted form of an event takes the place of what was stored; the event's id and place stay. */
    public record Redacted(Event redactedForm, EventId by) {}
}
