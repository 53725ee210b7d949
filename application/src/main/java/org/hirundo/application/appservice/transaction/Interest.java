package org.hirundo.application.appservice.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * What one application service is interested in: events of rooms in its namespaces, of rooms with an alias in them, of rooms where
 * one of its users is joined when the event is sent, and those that make one of its users a member or none. For use by one thread,
 * which shows it all events in stream order.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#registration">Registration</a>
 */
final class Interest {

    /** Of so many rooms it is remembered which of the service's users are in them. */
    private static final int MAX_ROOMS = 10_000;

    private final Registration service;
    private final InterestSources sources;
    private final Map<RoomId, Map<UserId, Own>> rooms = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RoomId, Map<UserId, Own>> eldest) {
            return size() > MAX_ROOMS;
        }
    };

    /** Which rooms have an alias of the service; read anew for each span of the stream, as nothing keeps it in memory. */
    private final Map<RoomId, Boolean> aliased = new HashMap<>();

    /** One of the service's users in a room. */
    private record Own(boolean joined, StreamPosition since) {

        static Own of(RoomMembership membership) {
            return new Own(membership.membership() == Membership.JOIN, membership.since());
        }
    }

    Interest(Registration service, InterestSources sources) {
        this.service = service;
        this.sources = sources;
    }

    /** Those of the events, which come after all that were asked for before, in which the service is interested. */
    List<StoredEvent> among(List<StoredEvent> events) {
        aliased.clear();
        var found = new ArrayList<StoredEvent>();
        for (var event : events) {
            var room = event.event().roomId();
            var target = target(event.event());
            target.ifPresent(user -> remember(room, user, event));
            if (target.isPresent() || service.covers(room) || wasThere(event) || isAliased(room)) {
                found.add(event);
            }
        }
        return found;
    }

    /** Whom of the service's users a membership event is about. */
    private Optional<UserId> target(Event event) {
        return event.isType(EventType.MEMBER)
                ? event.stateKey().flatMap(UserId::find).filter(service::covers)
                : Optional.empty();
    }

    /** Keeps what is remembered of the room in step. */
    private void remember(RoomId room, UserId user, StoredEvent event) {
        var own = rooms.get(room);
        if (own != null) {
            boolean joined =
                    Membership.of(event.event()).filter(Membership.JOIN::equals).isPresent();
            var now = new Own(joined, event.position());
            // What was read of the room may be newer than the event.
            own.merge(user, now, (known, next) -> known.since().isAfter(next.since()) ? known : next);
        }
    }

    private boolean isAliased(RoomId room) {
        return service.looksAtAliases() && aliased.computeIfAbsent(room, this::hasAlias);
    }

    private boolean hasAlias(RoomId room) {
        return sources.directory().aliasesOf(room).stream().anyMatch(entry -> service.covers(entry.alias()));
    }

    /** Whether one of the service's users was in the room when the event was sent. */
    private boolean wasThere(StoredEvent event) {
        var movedSince = new HashSet<UserId>();
        for (var own : own(event.event().roomId()).entrySet()) {
            if (own.getValue().since().isAfter(event.position())) {
                movedSince.add(own.getKey());
            } else if (own.getValue().joined()) {
                return true;
            }
        }
        return !movedSince.isEmpty() && anyJoinedAt(event, movedSince);
    }

    private boolean anyJoinedAt(StoredEvent event, Set<UserId> users) {
        var state = sources.states().of(Set.of(event.stateAfter())).get(event.stateAfter());
        if (state == null) {
            return false;
        }
        var memberships = new HashSet<EventId>();
        users.forEach(user ->
                state.get(new StateTuple(EventType.MEMBER, user.toString())).ifPresent(memberships::add));
        return !memberships.isEmpty()
                && sources.events().events(memberships).values().stream()
                        .anyMatch(member -> Membership.of(member.event())
                                .filter(Membership.JOIN::equals)
                                .isPresent());
    }

    private Map<UserId, Own> own(RoomId room) {
        var known = rooms.get(room);
        if (known != null) {
            return known;
        }
        var read = new HashMap<UserId, Own>();
        sources.memberships().membersOf(room).forEach((user, membership) -> {
            if (service.covers(user)) {
                read.put(user, Own.of(membership));
            }
        });
        rooms.put(room, read);
        return read;
    }

    /** Whether what happens in the room now is for the service. */
    boolean isInterestedIn(RoomId room) {
        return service.covers(room) || own(room).values().stream().anyMatch(Own::joined) || isAliased(room);
    }

    /** Whether the user is one of the service's, or is in a room of which it hears. */
    boolean knows(UserId user) {
        return service.covers(user)
                || sources.memberships().roomsOf(user).values().stream()
                        .filter(membership -> membership.membership() == Membership.JOIN)
                        .anyMatch(membership -> isInterestedIn(membership.room()));
    }

    /** The service's own user, or not. */
    boolean covers(UserId user) {
        return service.covers(user);
    }
}
