package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.room.LiveRoom;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.timeline.Visibility;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.SlidingRoomConfig;
import org.hirundo.domain.sync.SlidingRoomFilter;
import org.hirundo.domain.sync.SlidingRoomTraits;

/**
 * Which of a user's rooms the lists and subscriptions of a request show. What is not in {@link #of}'s answer is not told of,
 * whatever is asked for: it has the rooms that the user is in, is invited to, knocks at or was put out of, and those they left
 * that the connection told of before.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186, Lists and subscriptions</a>
 */
@Singleton
final class RoomLists {

    private final MembershipStore memberships;
    private final EventStore events;
    private final Visibility visibility;
    private final HeardInvites invites;
    private final RoomActivity activity;
    private final RoomFaces faces;
    private final RoomLabels labels;
    private final RoomHeads heads;

    /**
     * The rooms that are shown, and how many rooms pass the filter of each list.
     *
     * @param joined the rooms that the user is in and that pass the filter of a list, shown or not, or are subscribed to; only found
     *     when the client wants sticky events
     */
    record Shown(
            SequencedMap<RoomId, ShownRoom> rooms,
            SequencedMap<String, Integer> counts,
            Map<RoomId, RoomMembership> joined) {}

    /** A room that lists may show. */
    private record Candidate(RoomMembership membership, boolean wasIn) {

        RoomId room() {
            return membership.room();
        }
    }

    @Inject
    RoomLists(
            MembershipStore memberships,
            EventStore events,
            Visibility visibility,
            HeardInvites invites,
            RoomActivity activity,
            RoomFaces faces,
            RoomLabels labels,
            RoomHeads heads) {
        this.memberships = memberships;
        this.events = events;
        this.visibility = visibility;
        this.invites = invites;
        this.activity = activity;
        this.faces = faces;
        this.labels = labels;
        this.heads = heads;
    }

    /** The rooms that the window's request shows. */
    Shown of(SlidingWindow window) {
        var candidates = candidates(window);
        var lists = window.query().lists();
        var counts = new LinkedHashMap<String, Integer>();
        var showing = new LinkedHashMap<RoomId, Set<String>>();
        var configs = new HashMap<RoomId, SlidingRoomConfig>();
        var joined = new HashMap<RoomId, RoomMembership>();
        boolean sticky = window.query().extensions().stickyEvents().isPresent();
        lists.forEach((name, list) -> {
            var passing = passing(window.user(), list.filter(), candidates.values());
            counts.put(name, passing.size());
            if (sticky) {
                passing.forEach(candidate -> addIfJoined(joined, candidate.membership()));
            }
            var inOrder = list.holdsAll(passing.size()) ? passing : byActivity(passing);
            for (var candidate : list.window(inOrder)) {
                showing.computeIfAbsent(candidate.room(), room -> new LinkedHashSet<>())
                        .add(name);
                configs.merge(candidate.room(), list.config(), SlidingRoomConfig::with);
            }
        });
        var subscriptions = window.query().subscriptions();
        subscriptions.forEach((room, config) -> {
            if (candidates.containsKey(room)) {
                showing.putIfAbsent(room, Set.of());
                configs.merge(room, config, SlidingRoomConfig::with);
            }
        });
        var rooms = new LinkedHashMap<RoomId, ShownRoom>();
        showing.forEach((room, names) -> {
            var candidate = candidates.get(room);
            var config = configs.get(room);
            if (candidate != null && config != null) {
                rooms.put(
                        room,
                        new ShownRoom(
                                candidate.membership(),
                                candidate.wasIn(),
                                config,
                                names,
                                subscriptions.containsKey(room)));
                if (sticky) {
                    addIfJoined(joined, candidate.membership());
                }
            }
        });
        return new Shown(rooms, counts, joined);
    }

    private static void addIfJoined(Map<RoomId, RoomMembership> joined, RoomMembership membership) {
        if (membership.membership() == Membership.JOIN) {
            joined.put(membership.room(), membership);
        }
    }

    private Map<RoomId, Candidate> candidates(SlidingWindow window) {
        var user = window.user();
        var sent = window.known().rooms();
        var invited = new ArrayList<RoomMembership>();
        var gone = new ArrayList<RoomMembership>();
        var candidates = new LinkedHashMap<RoomId, Candidate>();
        for (var membership : memberships.roomsOf(user).values()) {
            switch (membership.membership()) {
                case JOIN -> candidates.put(membership.room(), new Candidate(membership, true));
                case KNOCK -> candidates.put(membership.room(), new Candidate(membership, false));
                case INVITE -> invited.add(membership);
                case LEAVE, BAN -> {
                    if (!membership.forgotten() || sent.containsKey(membership.room())) {
                        gone.add(membership);
                    }
                }
            }
        }
        for (var membership : invites.heard(user, invited)) {
            candidates.put(membership.room(), new Candidate(membership, false));
        }
        if (!gone.isEmpty()) {
            var stayed = visibility.endedStays(gone);
            var ends = events.events(gone.stream().map(RoomMembership::event).collect(Collectors.toSet()));
            for (var membership : gone) {
                boolean wasIn = stayed.contains(membership.room());
                var end = ends.get(membership.event());
                boolean putOut = wasIn && end != null && !end.event().sender().equals(user);
                if ((putOut && !membership.forgotten()) || sent.containsKey(membership.room())) {
                    candidates.put(membership.room(), new Candidate(membership, wasIn));
                }
            }
        }
        return candidates;
    }

    private List<Candidate> byActivity(List<Candidate> candidates) {
        var joined = candidates.stream()
                .filter(candidate -> candidate.membership().membership() == Membership.JOIN)
                .map(Candidate::room)
                .toList();
        var last = activity.last(joined);
        return candidates.stream()
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> last.getOrDefault(
                                        candidate.room(), candidate.membership().since()),
                                Comparator.<StreamPosition>reverseOrder())
                        .thenComparing(candidate -> candidate.room().value()))
                .toList();
    }

    private List<Candidate> passing(UserId user, SlidingRoomFilter filter, Collection<Candidate> candidates) {
        var shown = filter.looksAtFace()
                ? faces.of(candidates.stream().map(Candidate::room).toList())
                : Map.<RoomId, RoomSummary>of();
        var labelled = filter.looksAtLabels() ? labels.of(user) : RoomLabels.Labels.NONE;
        var inSpaces = filter.spaces().map(spaces -> children(user, spaces)).orElse(Set.of());
        return candidates.stream()
                .filter(candidate -> filter.includes(
                        traits(candidate, Optional.ofNullable(shown.get(candidate.room())), labelled), inSpaces))
                .toList();
    }

    private static SlidingRoomTraits traits(Candidate candidate, Optional<RoomSummary> face, RoomLabels.Labels labels) {
        var room = candidate.room();
        return new SlidingRoomTraits(
                room,
                candidate.membership().membership() == Membership.INVITE,
                labels.isDirect(room),
                face.flatMap(RoomSummary::encryption).isPresent(),
                face.flatMap(RoomSummary::roomType),
                face.flatMap(RoomSummary::name),
                labels.tagsOf(room));
    }

    /** The rooms that those of the spaces name as children in which the user is; the spaces below them are not looked into. */
    private Set<RoomId> children(UserId user, Set<RoomId> spaces) {
        var own = memberships.roomsOf(user);
        var named = new HashMap<RoomId, EventId>();
        var children = new HashSet<RoomId>();
        for (var space : spaces) {
            var membership = own.get(space);
            if (membership == null || membership.membership() != Membership.JOIN) {
                continue;
            }
            var state = heads.find(space).map(LiveRoom::state);
            named.clear();
            state.ifPresent(known -> known.ofType(EventType.SPACE_CHILD)
                    .forEach((key, event) -> RoomId.find(key).ifPresent(child -> named.put(child, event))));
            var found = events.events(Set.copyOf(named.values()));
            named.forEach((child, event) -> {
                var stored = found.get(event);
                // A child without a server to join it by was taken out (spec, "m.space.child").
                if (stored != null && stored.event().content().array("via").isPresent()) {
                    children.add(child);
                }
            });
        }
        return children;
    }
}
