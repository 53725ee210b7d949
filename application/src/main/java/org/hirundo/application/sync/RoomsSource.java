package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.push.UnreadCounts;
import org.hirundo.application.sync.RoomChanges.Look;
import org.hirundo.application.sync.SyncAnswer.JoinedRoom;
import org.hirundo.application.sync.SyncAnswer.LeftRoom;
import org.hirundo.application.sync.SyncAnswer.MemberSummary;
import org.hirundo.application.sync.SyncAnswer.Rooms;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.timeline.Aggregations;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.GraphToken;
import org.hirundo.application.timeline.Visibility;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;

/** The rooms in which something happened for the user: joined, invited, knocked at and left ones. */
@Singleton
final class RoomsSource {

    /** So many sticky events are told at once; more are told by the next answers. */
    private static final int MAX_STICKY = 1_000;

    private final MembershipStore memberships;
    private final RoomStore rooms;
    private final EventStore events;
    private final ChangeIndex index;
    private final RoomChanges roomChanges;
    private final Visibility visibility;
    private final Aggregations aggregations;
    private final LazyMembers lazyMembers;
    private final MemberSummaries summaries;
    private final StrippedRooms stripped;
    private final EphemeralSource ephemeral;
    private final UnreadCounts unread;
    private final UserSettings settings;
    private final HeardInvites invites;
    private final StickySource sticky;

    /**
     * What is told.
     *
     * @param stickyEnd up to where sticky events are told, when there may be more after that
     */
    record Told(Rooms rooms, Optional<StreamPosition> stickyEnd) {}

    @Inject
    RoomsSource(
            MembershipStore memberships,
            RoomStore rooms,
            EventStore events,
            ChangeIndex index,
            RoomChanges roomChanges,
            Visibility visibility,
            Aggregations aggregations,
            LazyMembers lazyMembers,
            MemberSummaries summaries,
            StrippedRooms stripped,
            EphemeralSource ephemeral,
            UnreadCounts unread,
            UserSettings settings,
            HeardInvites invites,
            StickySource sticky) {
        this.memberships = memberships;
        this.rooms = rooms;
        this.events = events;
        this.index = index;
        this.roomChanges = roomChanges;
        this.visibility = visibility;
        this.aggregations = aggregations;
        this.lazyMembers = lazyMembers;
        this.summaries = summaries;
        this.stripped = stripped;
        this.ephemeral = ephemeral;
        this.unread = unread;
        this.settings = settings;
        this.invites = invites;
        this.sticky = sticky;
    }

    Told changed(SyncWindow window, AccountDataSource.Changed accountData) {
        var filter = window.filter().room();
        var joined = new HashMap<RoomId, RoomMembership>();
        var invited = new ArrayList<RoomMembership>();
        var knocked = new ArrayList<RoomMembership>();
        var left = new ArrayList<RoomMembership>();
        for (var membership : memberships.roomsOf(window.user()).values()) {
            // A change that came after the position was sampled is for the next answer; the room is looked at as it is.
            if (!filter.includes(membership.room())) {
                continue;
            }
            var news = membership.since().isAfter(window.after());
            switch (membership.membership()) {
                case JOIN -> joined.put(membership.room(), membership);
                case INVITE -> addIf(news || window.fullState(), invited, membership);
                case KNOCK -> addIf(news || window.fullState(), knocked, membership);
                case LEAVE, BAN ->
                    addIf(
                            // That a room was left is told even when it was forgotten right after.
                            (news && !window.isInitial())
                                    || ((window.isInitial() || window.fullState())
                                            && filter.includeLeave()
                                            && !membership.forgotten()),
                            left,
                            membership);
            }
        }
        var told = joined(window, joined, accountData);
        var rooms = new Rooms(
                told.rooms(),
                stripped.of(window.user(), invites.heard(window.user(), invited)),
                stripped.of(window.user(), knocked),
                left(window, left, accountData));
        return new Told(rooms, told.stickyEnd());
    }

    private static void addIf(boolean wanted, List<RoomMembership> list, RoomMembership membership) {
        if (wanted) {
            list.add(membership);
        }
    }

    private record Joined(Map<RoomId, JoinedRoom> rooms, Optional<StreamPosition> stickyEnd) {}

    private Joined joined(
            SyncWindow window, Map<RoomId, RoomMembership> joined, AccountDataSource.Changed accountData) {
        var looks = looks(window, joined);
        var changes = roomChanges.of(looks, window.filter().room().timeline());
        var ephemeralEvents = ephemeral.changed(window, joined.keySet(), freshRooms(looks));
        var wanted = new LinkedHashSet<>(changes.keySet());
        wanted.addAll(ephemeralEvents.keySet());
        accountData.rooms().keySet().stream().filter(joined::containsKey).forEach(wanted::add);
        var stuck = sticky(window, joined.keySet(), changes.values(), freshRooms(looks));
        stuck.events().forEach(event -> wanted.add(event.event().roomId()));
        if (wanted.isEmpty()) {
            return new Joined(Map.of(), stuck.end());
        }
        var members = summaries.of(window.user(), changes.values());
        var shown = show(window, changes.values(), members, stuck.events());
        var counts = unread.of(window.user(), subset(joined, wanted), window.upTo());
        var answer = new LinkedHashMap<RoomId, JoinedRoom>();
        for (var room : wanted) {
            answer.put(
                    room,
                    new JoinedRoom(
                            shown.timeline(room),
                            shown.sticky().getOrDefault(room, List.of()),
                            shown.state(room),
                            ephemeralEvents.getOrDefault(room, List.of()),
                            accountData.rooms().getOrDefault(room, List.of()),
                            Optional.ofNullable(members.get(room)),
                            counts.getOrDefault(room, RoomUnread.NONE)));
        }
        return new Joined(answer, stuck.end());
    }

    /** Sticky events that the timelines may not tell; what a whole timeline holds back is found in it. */
    private StickySource.Found sticky(
            SyncWindow window, Set<RoomId> joined, Collection<RoomChange> changes, Set<RoomId> fresh) {
        var rest = window.since().flatMap(SyncToken::sticky);
        var known = new HashSet<RoomId>(rest.isPresent() ? joined : Set.of());
        var whole = new ArrayList<StoredEvent>();
        for (var change : changes) {
            if (change.limited()) {
                known.add(change.room());
            } else if (rest.isEmpty() && !fresh.contains(change.room())) {
                whole.addAll(change.timeline());
            }
        }
        known.removeAll(fresh);
        return sticky.find(
                new StickySource.Wanted(
                        window.user(), known, rest.orElse(window.after()), fresh, window.upTo(), MAX_STICKY),
                whole);
    }

    /** The joined rooms to look at: all of them in an initial sync, otherwise those with events since the token. */
    private List<Look> looks(SyncWindow window, Map<RoomId, RoomMembership> joined) {
        var looks = new ArrayList<Look>();
        if (window.isInitial()) {
            joined.keySet().forEach(room -> looks.add(new Look(room, Optional.empty(), window.upTo(), true)));
            return looks;
        }
        var active = window.fullState()
                ? joined.keySet()
                : index.roomsWithEvents(joined.keySet(), window.after())
                        .orElseGet(() -> rooms.changedSince(joined.keySet(), window.after()));
        var entered = entered(window, active.stream().map(joined::get).toList());
        active.forEach(room -> looks.add(
                entered.contains(room)
                        ? new Look(room, Optional.empty(), window.upTo(), true)
                        : new Look(room, Optional.of(window.after()), window.upTo(), window.fullState())));
        return looks;
    }

    /** The rooms whose membership event is newer than the token and in which the user was not before. */
    private Set<RoomId> entered(SyncWindow window, List<RoomMembership> active) {
        var positions = new HashMap<RoomId, StreamPosition>();
        for (var membership : active) {
            if (membership.since().isAfter(window.after())) {
                positions.put(membership.room(), window.after());
            }
        }
        return positions.isEmpty() ? Set.of() : visibility.notJoinedAt(window.user(), positions);
    }

    private static Set<RoomId> freshRooms(List<Look> looks) {
        var fresh = new HashSet<RoomId>();
        looks.stream().filter(look -> look.known().isEmpty()).forEach(look -> fresh.add(look.room()));
        return fresh;
    }

    private static Map<RoomId, RoomMembership> subset(Map<RoomId, RoomMembership> joined, Set<RoomId> wanted) {
        var subset = new HashMap<>(joined);
        subset.keySet().retainAll(wanted);
        return subset;
    }

    private Map<RoomId, LeftRoom> left(
            SyncWindow window, List<RoomMembership> left, AccountDataSource.Changed accountData) {
        if (left.isEmpty()) {
            return Map.of();
        }
        var positions = new HashMap<RoomId, StreamPosition>();
        left.forEach(membership -> positions.put(membership.room(), window.after()));
        var unknown = window.isInitial() ? positions.keySet() : visibility.notJoinedAt(window.user(), positions);
        var looks = left.stream()
                .map(membership -> unknown.contains(membership.room())
                        ? new Look(membership.room(), Optional.empty(), membership.since(), true)
                        : new Look(
                                membership.room(), Optional.of(window.after()), membership.since(), window.fullState()))
                .toList();
        var changes = roomChanges.of(looks, window.filter().room().timeline());
        var shown = show(window, changes.values(), Map.of(), List.of());
        var stayed = visibility.endedStays(left);
        var answer = new LinkedHashMap<RoomId, LeftRoom>();
        for (var membership : left) {
            var room = membership.room();
            answer.put(
                    room,
                    new LeftRoom(
                            shown.timeline(room),
                            // Who declines an invite or is banned from outside was never let in to see the state.
                            stayed.contains(room) ? shown.state(room) : List.of(),
                            accountData.rooms().getOrDefault(room, List.<Typed>of())));
        }
        return answer;
    }

    /** The events of rooms as the client sees them. */
    private record Shown(
            Map<RoomId, Timeline> timelines,
            Map<RoomId, List<ClientEvent>> states,
            Map<RoomId, List<ClientEvent>> sticky) {

        Timeline timeline(RoomId room) {
            return timelines.getOrDefault(room, new Timeline(List.of(), false, Optional.empty()));
        }

        List<ClientEvent> state(RoomId room) {
            return states.getOrDefault(room, List.of());
        }
    }

    private Shown show(
            SyncWindow window,
            Collection<RoomChange> changes,
            Map<RoomId, MemberSummary> members,
            List<StoredEvent> stuck) {
        var ignored = settings.ignored(window.user());
        var filter = window.filter().room();
        var all = changes.stream().flatMap(change -> change.timeline().stream()).toList();
        var visible = new HashSet<EventId>();
        visibility.filter(window.user(), all).forEach(event -> visible.add(event.id()));
        var timelines = new HashMap<RoomId, List<StoredEvent>>();
        var stateIds = new HashMap<RoomId, Set<EventId>>();
        for (var change : changes) {
            var timeline = change.timeline().stream()
                    .filter(event -> visible.contains(event.id()))
                    .filter(event -> filter.timeline().includes(event.event()))
                    .filter(event -> event.event().isState()
                            || !ignored.contains(event.event().sender()))
                    .toList();
            timelines.put(change.room(), timeline);
            var heroes = Optional.ofNullable(members.get(change.room()))
                    .map(MemberSummary::heroes)
                    .orElse(List.of());
            stateIds.put(change.room(), stateIds(window, change, timeline, heroes));
        }
        var stateEvents = events.events(union(stateIds.values()));
        var states = new HashMap<RoomId, List<StoredEvent>>();
        stateIds.forEach((room, ids) -> states.put(
                room,
                ids.stream()
                        .map(stateEvents::get)
                        .filter(Objects::nonNull)
                        .filter(event -> filter.state().includes(event.event()))
                        .toList()));
        return render(window, changes, timelines, states, untold(stuck, timelines.values()));
    }

    /** The sticky events by room that the timelines do not show. */
    private static Map<RoomId, List<StoredEvent>> untold(
            List<StoredEvent> stuck, Collection<List<StoredEvent>> timelines) {
        var told = new HashSet<EventId>();
        timelines.forEach(timeline -> timeline.forEach(event -> told.add(event.id())));
        var untold = new HashMap<RoomId, List<StoredEvent>>();
        for (var event : stuck) {
            if (!told.contains(event.id())) {
                untold.computeIfAbsent(event.event().roomId(), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        return untold;
    }

    /** Which events the state section shows: what changed and the timeline does not tell, members as far as wanted. */
    private Set<EventId> stateIds(
            SyncWindow window, RoomChange change, List<StoredEvent> timeline, List<UserId> heroes) {
        var shown = window.stateAfter() ? change.after() : change.before(timeline);
        var changed = change.known().diff(shown).set();
        if (!window.filter().room().lazyLoadMembers()) {
            return new LinkedHashSet<>(changed.values());
        }
        var ids = new LinkedHashSet<EventId>();
        var members = new HashMap<UserId, EventId>();
        changed.forEach((tuple, event) -> {
            if (!tuple.type().equals(EventType.MEMBER)) {
                ids.add(event);
            } else if (tuple.stateKey().equals(window.user().toString()) || !change.fresh()) {
                UserId.find(tuple.stateKey()).ifPresent(member -> members.put(member, event));
            }
        });
        Stream.concat(timeline.stream().map(event -> event.event().sender()), heroes.stream())
                .forEach(member -> shown.get(new StateTuple(EventType.MEMBER, member.toString()))
                        .ifPresent(id -> members.put(member, id)));
        addMembers(window, change, members, ids);
        return ids;
    }

    private void addMembers(SyncWindow window, RoomChange change, Map<UserId, EventId> members, Set<EventId> ids) {
        var key = new LazyMembers.Key(window.user(), window.requester().device(), change.room());
        if (!change.fresh() && !window.filter().room().includeRedundantMembers()) {
            var sent = lazyMembers.sent(key, window.after());
            members.entrySet().removeIf(member -> member.getValue().equals(sent.get(member.getKey())));
        }
        lazyMembers.sending(key, window.upTo(), members, change.fresh());
        ids.addAll(members.values());
    }

    private static Set<EventId> union(Collection<Set<EventId>> sets) {
        var union = new HashSet<EventId>();
        sets.forEach(union::addAll);
        return union;
    }

    /** Makes all events of all rooms ready for the client in one go. */
    private Shown render(
            SyncWindow window,
            Collection<RoomChange> changes,
            Map<RoomId, List<StoredEvent>> timelines,
            Map<RoomId, List<StoredEvent>> states,
            Map<RoomId, List<StoredEvent>> sticky) {
        var flat = new ArrayList<StoredEvent>();
        timelines.values().forEach(flat::addAll);
        sticky.values().forEach(flat::addAll);
        states.values().forEach(flat::addAll);
        var rendered = new HashMap<EventId, ClientEvent>();
        // Who was told all that happened has the children too and adds them up.
        var parents = changes.stream()
                .filter(RoomChange::limited)
                .flatMap(change -> timelines.getOrDefault(change.room(), List.of()).stream())
                .toList();
        aggregations
                .bundled(window.requester(), flat, parents, window.upTo())
                .forEach(event -> rendered.put(event.id(), event));
        var shownTimelines = new HashMap<RoomId, Timeline>();
        var shownStates = new HashMap<RoomId, List<ClientEvent>>();
        for (var change : changes) {
            var room = change.room();
            shownTimelines.put(
                    room,
                    new Timeline(
                            render(timelines.getOrDefault(room, List.of()), rendered),
                            change.limited(),
                            change.start().map(GraphToken::of).map(GraphToken::toString)));
            shownStates.put(room, render(states.getOrDefault(room, List.of()), rendered));
        }
        var shownSticky = new HashMap<RoomId, List<ClientEvent>>();
        sticky.forEach((room, stuck) -> shownSticky.put(room, render(stuck, rendered)));
        return new Shown(shownTimelines, shownStates, shownSticky);
    }

    private static List<ClientEvent> render(List<StoredEvent> stored, Map<EventId, ClientEvent> rendered) {
        return stored.stream()
                .map(event -> rendered.get(event.id()))
                .filter(Objects::nonNull)
                .toList();
    }
}
