package org.hirundo.application.room;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.PowerLevels;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.SnapshotChain;
import org.hirundo.domain.state.StateDelta;
import org.hirundo.domain.state.StateMap;

/**
 * A room's growing end in memory; immutable, so that whoever holds one may keep it.
 *
 * @param revision how many commits made the room, 0 before the first
 * @param forwardExtremities the events that no accepted event refers to yet, with their depths
 * @param snapshots the snapshot of the current state and its bases
 * @param interpreted the events of the current state that the server reads again and again, by type; all of them
 *     have the empty state key
 * @param joinedMembers how many users are joined
 * @param invitedMembers how many users are invited
 */
public record LiveRoom(
        RoomId id,
        RoomVersion version,
        long revision,
        Map<EventId, Long> forwardExtremities,
        SnapshotChain snapshots,
        Map<EventType, Event> interpreted,
        int joinedMembers,
        int invitedMembers) {

    /** The state that is kept at hand: what every event is checked against, and what the room's summary is made of. */
    static final SequencedSet<EventType> INTERPRETED = Stream.of(
                    EventType.CREATE,
                    EventType.POWER_LEVELS,
                    EventType.JOIN_RULES,
                    EventType.HISTORY_VISIBILITY,
                    EventType.GUEST_ACCESS,
                    EventType.NAME,
                    EventType.TOPIC,
                    EventType.AVATAR,
                    EventType.CANONICAL_ALIAS,
                    EventType.ENCRYPTION)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    public LiveRoom {
        forwardExtremities = Map.copyOf(forwardExtremities);
        interpreted = Map.copyOf(interpreted);
    }

    /** A room before its first event. */
    static LiveRoom empty(RoomId id, RoomVersion version) {
        return new LiveRoom(id, version, 0, Map.of(), SnapshotChain.EMPTY, Map.of(), 0, 0);
    }

    /** The current state. */
    public StateMap state() {
        return snapshots.state();
    }

    /** The event of the current state kept at hand for the type; empty when there is none, or the type is not kept. */
    public Optional<Event> interpreted(EventType type) {
        return Optional.ofNullable(interpreted.get(type));
    }

    /** The room as the next commit leaves it. */
    LiveRoom atNextRevision() {
        return new LiveRoom(
                id, version, revision + 1, forwardExtremities, snapshots, interpreted, joinedMembers, invitedMembers);
    }

    /**
     * The room with one more event.
     *
     * @param before for a membership event the membership of its user so far, if there is one
     * @param after for a membership event the membership it gives
     */
    LiveRoom with(Event event, Optional<Membership> before, Optional<Membership> after) {
        var extremities = new HashMap<>(forwardExtremities);
        event.prevEvents().forEach(extremities::remove);
        extremities.put(event.id(), event.depth());
        var tuple = event.stateTuple();
        if (tuple.isEmpty()) {
            return new LiveRoom(
                    id, version, revision, extremities, snapshots, interpreted, joinedMembers, invitedMembers);
        }
        var changed = new HashMap<>(interpreted);
        if (isInterpreted(tuple.get())) {
            changed.put(event.type(), event);
        }
        return new LiveRoom(
                id,
                version,
                revision,
                extremities,
                snapshots.append(event.id(), StateDelta.setting(tuple.get(), event.id())),
                changed,
                joinedMembers + difference(Membership.JOIN, before, after),
                invitedMembers + difference(Membership.INVITE, before, after));
    }

    private static int difference(Membership counted, Optional<Membership> before, Optional<Membership> after) {
        return (after.equals(Optional.of(counted)) ? 1 : 0) - (before.equals(Optional.of(counted)) ? 1 : 0);
    }

    /** The room with the redacted form of one of its events. */
    LiveRoom redacting(Event redactedForm) {
        var changed = new HashMap<>(interpreted);
        changed.replaceAll((_, event) -> event.id().equals(redactedForm.id()) ? redactedForm : event);
        return new LiveRoom(
                id, version, revision, forwardExtremities, snapshots, changed, joinedMembers, invitedMembers);
    }

    /** The power levels in force. */
    public PowerLevels powerLevels() {
        return PowerLevels.of(interpreted(EventType.CREATE).orElseThrow(), interpreted(EventType.POWER_LEVELS));
    }

    /** What the room shows of itself in lists. */
    public RoomSummary summary() {
        return RoomSummaries.of(this);
    }

    /** Whether events of this tuple are kept at hand. */
    static boolean isInterpreted(StateTuple tuple) {
        return tuple.stateKey().isEmpty() && INTERPRETED.contains(tuple.type());
    }

    /** Roughly how many bytes this holds in memory, for the caches' budget: measured, an entry of the state takes eighty. */
    long weight() {
        return 16_384 + 100L * state().size();
    }
}
