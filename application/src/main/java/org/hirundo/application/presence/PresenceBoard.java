package org.hirundo.application.presence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.time.Alarms;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.presence.PresenceRequest;
import org.hirundo.domain.presence.PresenceStatus;
import org.hirundo.domain.presence.PresenceTimers;
import org.hirundo.domain.presence.UserPresence;
import org.hirundo.domain.room.Membership;

/** Who of the local users is there now. Users who never said anything are not kept. */
@Singleton
public final class PresenceBoard {

    private static final PresenceTimers TIMERS = PresenceTimers.DEFAULT;

    private final EphemeralStream stream;
    private final Waiters waiters;
    private final MembershipStore memberships;
    private final InstantSource clock;
    private final Alarms alarms;
    private final ConcurrentHashMap<UserId, Entry> users = new ConcurrentHashMap<>();

    /**
     * A user's presence.
     *
     * @param told what others were told last
     * @param position when they were
     * @param look when it is looked at again for what time alone changes; in the past when no alarm is set
     */
    private record Entry(UserPresence presence, PresenceStatus told, long position, Instant look) {

        static final Entry NEVER_SEEN = new Entry(UserPresence.NEVER_SEEN, PresenceStatus.UNKNOWN, 0, Instant.MIN);

        Entry with(UserPresence changed, Instant now, long next) {
            var status = changed.at(now, TIMERS);
            // An alarm that is set for earlier finds out by itself when to look next.
            var alarm = changed.nextChange(now, TIMERS)
                    .filter(time -> !look.isAfter(now) || time.isBefore(look))
                    .orElse(look);
            return status.isNewsAfter(told)
                    ? new Entry(changed, status, next, alarm)
                    : new Entry(changed, told, position, alarm);
        }
    }

    @Inject
    public PresenceBoard(
            EphemeralStream stream, Waiters waiters, MembershipStore memberships, InstantSource clock, Alarms alarms) {
        this.stream = stream;
        this.waiters = waiters;
        this.memberships = memberships;
        this.clock = clock;
        this.alarms = alarms;
    }

    /** A sync of the device begins. */
    public void syncBegins(UserId user, DeviceId device, Presence says) {
        if (says == Presence.OFFLINE && !users.containsKey(user)) {
            return;
        }
        change(user, presence -> presence.syncBegins(device, says, clock.instant(), TIMERS));
    }

    /** A sync of the device ends. */
    public void syncEnds(UserId user, DeviceId device) {
        if (users.containsKey(user)) {
            change(user, presence -> presence.syncEnds(device, clock.instant()));
        }
    }

    /** The user did something, such as sending a message. */
    public void active(UserId user) {
        if (users.containsKey(user)) {
            change(user, presence -> presence.active(clock.instant()));
        }
    }

    /** The user says by hand how present they are. */
    public void set(UserId user, DeviceId device, PresenceRequest request) {
        change(user, presence -> presence.set(device, request, clock.instant()));
    }

    /** How present the user is now. */
    public PresenceStatus of(UserId user) {
        var entry = users.get(user);
        return entry == null ? PresenceStatus.UNKNOWN : entry.presence().at(clock.instant(), TIMERS);
    }

    /** Of whom the viewer, who shares a room with them, is to be told: what changed after the one and up to the other position. */
    public Map<UserId, PresenceStatus> changed(UserId viewer, long after, long upTo) {
        var candidates = changed(after, upTo);
        if (!candidates.isEmpty()) {
            candidates.keySet().retainAll(sharing(viewer));
        }
        return candidates;
    }

    /** How present those are of whom that changed after the one and at or before the other position. */
    public Map<UserId, PresenceStatus> changed(long after, long upTo) {
        var now = clock.instant();
        var found = new HashMap<UserId, PresenceStatus>();
        users.forEach((user, entry) -> {
            if (entry.position() > after && entry.position() <= upTo) {
                found.put(user, entry.presence().at(now, TIMERS));
            }
        });
        return found;
    }

    /** How present those of the users are of whom anything was ever told. */
    public Map<UserId, PresenceStatus> known(Set<UserId> of) {
        var now = clock.instant();
        var known = new HashMap<UserId, PresenceStatus>();
        for (var user : of) {
            var entry = users.get(user);
            if (entry != null && entry.position() > 0) {
                known.put(user, entry.presence().at(now, TIMERS));
            }
        }
        return known;
    }

    /** Everybody who is to be told of the user: whoever shares a room, and the user. */
    public Set<UserId> sharing(UserId user) {
        var rooms = memberships.roomsOf(user).values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN)
                .map(RoomMembership::room)
                .toList();
        var sharing = new HashSet<UserId>();
        sharing.add(user);
        memberships.joinedTo(rooms).values().forEach(sharing::addAll);
        return sharing;
    }

    private void change(UserId user, UnaryOperator<UserPresence> change) {
        var now = clock.instant();
        var steps = new Entry[2];
        stream.change(position -> {
            steps[0] = users.getOrDefault(user, Entry.NEVER_SEEN);
            steps[1] = steps[0].with(change.apply(steps[0].presence()), now, position);
            users.put(user, steps[1]);
        });
        if (steps[1].position() > steps[0].position()) {
            waiters.wake(sharing(user));
        }
        if (!steps[1].look().equals(steps[0].look())) {
            alarms.at(steps[1].look(), () -> change(user, presence -> presence.pruned(clock.instant(), TIMERS)));
        }
    }
}
