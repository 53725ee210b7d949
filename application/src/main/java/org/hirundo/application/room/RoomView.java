package org.hirundo.application.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomCommit.MembershipChange;
import org.hirundo.application.port.stream.RoomCommit.NewEvent;
import org.hirundo.application.port.stream.RoomCommit.Redacted;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.domain.auth.AuthState;
import org.hirundo.domain.auth.Verdict;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.event.EventPlace;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.PowerLevels;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.Snapshot;

/**
 * A room as a change function sees it, with the events that were drafted so far. Immutable: every event makes a new view,
 * and a view that is let go leaves no trace.
 */
public final class RoomView {

    /** Event formats allow twenty previous events; a room with more extremities has the deepest cited. */
    private static final int MAX_PREV_EVENTS = 20;

    private final LiveRoom start;
    private final LiveRoom room;
    private final List<Step> steps;
    private final Drafting drafting;
    private final Map<EventId, Event> underWay;

    /** An event that was drafted, and what it brings about. */
    private record Step(
            NewEvent added,
            Optional<Snapshot> snapshot,
            Optional<MembershipChange> membership,
            Optional<Redacted> redacted) {}

    private RoomView(LiveRoom start, LiveRoom room, List<Step> steps, Drafting drafting, Map<EventId, Event> underWay) {
        this.start = start;
        this.room = room;
        this.steps = List.copyOf(steps);
        this.drafting = drafting;
        this.underWay = underWay;
    }

    /** The room before any event is drafted. */
    static RoomView of(LiveRoom room, Drafting drafting, Map<EventId, Event> underWay) {
        return new RoomView(room, room, List.of(), drafting, underWay);
    }

    /** The room's id. */
    public RoomId id() {
        return room.id();
    }

    /** The room's version. */
    public RoomVersion version() {
        return room.version();
    }

    /** The room with all drafted events in. */
    LiveRoom room() {
        return room;
    }

    /** Whether the room has no event at all. */
    boolean isEmpty() {
        return room.state().isEmpty();
    }

    /** Whether no event was drafted. */
    boolean isUnchanged() {
        return steps.isEmpty();
    }

    /**
     * The event that was drafted last.
     *
     * @throws java.util.NoSuchElementException when none was
     */
    public Event last() {
        return steps.getLast().added().event();
    }

    /** The last event of the room: of the ends of its graph that which is furthest from its beginning. */
    EventId latest() {
        return prevEvents().getFirst();
    }

    /** The state event in force. */
    public Optional<Event> state(StateTuple tuple) {
        return Optional.ofNullable(states(Set.of(tuple)).get(tuple));
    }

    /** The state event in force for the empty state key. */
    public Optional<Event> state(EventType type) {
        return state(new StateTuple(type, ""));
    }

    /** The state events in force; those that are not at hand are read at once. */
    public Map<StateTuple, Event> states(Set<StateTuple> tuples) {
        var found = new HashMap<StateTuple, Event>();
        var wanted = new HashMap<EventId, StateTuple>();
        for (var tuple : tuples) {
            if (LiveRoom.isInterpreted(tuple)) {
                room.interpreted(tuple.type()).ifPresent(event -> found.put(tuple, event));
            } else {
                room.state().get(tuple).ifPresent(id -> wanted.put(id, tuple));
            }
        }
        events(wanted.keySet()).forEach((id, event) -> found.put(wanted.get(id), event));
        return found;
    }

    private Map<EventId, Event> events(Set<EventId> ids) {
        var found = new HashMap<EventId, Event>();
        var unread = new HashSet<>(ids);
        for (var step : steps) {
            var event = step.added().event();
            if (unread.remove(event.id())) {
                found.put(event.id(), event);
            }
        }
        unread.removeIf(id -> {
            var event = underWay.get(id);
            if (event != null) {
                found.put(id, event);
            }
            return event != null;
        });
        drafting.stored(unread).forEach((id, stored) -> found.put(id, stored.event()));
        return found;
    }

    /** The user's membership event. */
    public Optional<Event> member(UserId user) {
        return state(new StateTuple(EventType.MEMBER, user.toString()));
    }

    /** The user's membership, {@link Membership#LEAVE} when there never was one. */
    public Membership membership(UserId user) {
        return member(user).flatMap(Membership::of).orElse(Membership.LEAVE);
    }

    /** Whether the room lets guests in; not unless it says so. */
    public boolean guestsMayJoin() {
        return state(EventType.GUEST_ACCESS)
                .flatMap(event -> event.content().string("guest_access"))
                .filter("can_join"::equals)
                .isPresent();
    }

    /** The power levels in force. */
    public PowerLevels powerLevels() {
        return room.powerLevels();
    }

    /**
     * Drafts an event by a user of this server, as of now.
     *
     * @throws Forbidden when the authorisation rules deny it
     * @throws org.hirundo.domain.error.MatrixException when it cannot be an event
     */
    public RoomView append(EventDraft draft) {
        return append(draft, drafting.now());
    }

    /**
     * Drafts an event by a user of this server.
     *
     * @param originServerTs when it was sent, milliseconds since the epoch
     * @throws Forbidden when the authorisation rules deny it
     * @throws org.hirundo.domain.error.MatrixException when it cannot be an event
     */
    public RoomView append(EventDraft draft, long originServerTs) {
        checkLevels(draft);
        var auth = states(version().auth().authTypesFor(draft));
        var prevEvents = prevEvents();
        long depth = prevEvents.stream()
                .mapToLong(room.forwardExtremities()::get)
                .max()
                .orElse(0);
        var authEvents = auth.values().stream().map(Event::id).toList();
        var place = new EventPlace(prevEvents, authEvents, depth + 1, this::events);
        var event = drafting.build(version(), draft, place, originServerTs);
        return append(event, auth);
    }

    /**
     * Old room versions take power levels that are no integers; servers are to keep their users from sending such
     * (server-server API, "Definitions").
     */
    private static void checkLevels(EventDraft draft) {
        if (draft.type().equals(EventType.POWER_LEVELS)) {
            PowerLevels.malformed(draft.content()).ifPresent(name -> {
                throw new BadJson("Power levels are integers, and those of " + name + " are not");
            });
        }
    }

    /** Adds an event that was made for this very state of the room, such as its create event. */
    RoomView append(Event event) {
        return append(event, states(version().auth().authTypesFor(event)));
    }

    private RoomView append(Event event, Map<StateTuple, Event> auth) {
        // The create event belongs to the state of every room, also where it is not cited as an auth event.
        var state = new HashMap<>(auth);
        room.interpreted(EventType.CREATE).ifPresent(create -> state.put(new StateTuple(EventType.CREATE, ""), create));
        return switch (version().auth().check(event, AuthState.of(state))) {
            case Verdict.Allowed() -> accept(event);
            case Verdict.Denied denied -> throw new Forbidden(denied.reason());
        };
    }

    private List<EventId> prevEvents() {
        return room.forwardExtremities().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<EventId, Long> extremity) -> extremity.getValue())
                        .reversed()
                        .thenComparing(extremity -> extremity.getKey().value()))
                .limit(MAX_PREV_EVENTS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private RoomView accept(Event event) {
        var replaced = event.stateTuple().flatMap(room.state()::get);
        var membership = MemberEvents.change(event);
        var before = membership.flatMap(change -> member(change.user())).flatMap(Membership::of);
        var redacted = event.redacts().flatMap(target -> redaction(event, target));
        var grown = room.with(event, before, membership.map(MembershipChange::membership));
        if (redacted.isPresent()) {
            grown = grown.redacting(redacted.get().redactedForm());
        }
        var state = grown.snapshots().id().orElseThrow();
        var step = new Step(
                new NewEvent(event, Standing.ACCEPTED, state, state, replaced),
                event.isState() ? Optional.of(grown.snapshots().latest()) : Optional.empty(),
                membership,
                redacted);
        var taken = new ArrayList<>(steps);
        taken.add(step);
        return new RoomView(start, grown, taken, drafting, underWay);
    }

    /**
     * What the redaction does to its target; empty when the target is not known, was redacted before, or may not be redacted
     * by this sender (room version 3, "Handling redactions").
     */
    private Optional<Redacted> redaction(Event redaction, EventId target) {
        var stored = drafting.stored(target);
        if (stored.flatMap(StoredEvent::redactedBy).isPresent()) {
            return Optional.empty();
        }
        return stored.map(StoredEvent::event)
                .or(() -> Optional.ofNullable(underWay.get(target)))
                .filter(event -> event.roomId().equals(id()))
                .filter(event -> mayRedact(redaction.sender(), event))
                .map(event -> new Redacted(version().redaction().apply(event), redaction.id()));
    }

    private boolean mayRedact(UserId sender, Event target) {
        return sender.server().equals(target.sender().server())
                || powerLevels().levelOf(sender) >= powerLevels().redact();
    }

    /** For each user whose membership changes, what it is in the end. */
    private List<MembershipChange> memberships() {
        var changes = new LinkedHashMap<UserId, MembershipChange>();
        steps.forEach(step -> step.membership().ifPresent(change -> changes.put(change.user(), change)));
        return List.copyOf(changes.values());
    }

    /** All that was drafted, as one commit. */
    RoomCommit commit(Optional<ClientTransaction> transaction) {
        Optional<RoomSummary> summary =
                Optional.of(room.summary()).filter(after -> start.revision() == 0 || !after.equals(start.summary()));
        return new RoomCommit(
                id(),
                version(),
                new RoomRevision(start.revision(), start.forwardExtremities().keySet()),
                steps.stream().map(Step::added).toList(),
                steps.stream().flatMap(step -> step.snapshot().stream()).toList(),
                room.forwardExtremities().keySet(),
                room.snapshots().id(),
                memberships(),
                steps.stream().flatMap(step -> step.redacted().stream()).toList(),
                summary,
                transaction);
    }
}
