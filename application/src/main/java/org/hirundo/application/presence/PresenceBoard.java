package org.hirundo.application.presence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
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

    private final EphemeralStream stream;
    private final Waiters waiters;
    private final MembershipStore memberships;
    private final InstantSource clock;
    private final PresenceTimers timers = PresenceTimers.DEFAULT;
    private final ConcurrentHashMap<UserId, Entry> users = new ConcurrentHashMap<>();

    /**
     * A user's presence.
     *
     * @param told what others were told last
     * @param position when they were
     */
    private record Entry(UserPresence presence, PresenceStatus told, long position) {}

    @Inject
    public PresenceBoard(EphemeralStream stream, Waiters waiters, MembershipStore memberships, InstantSource clock) {
        this.stream = stream;
        this.waiters = waiters;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** A sync of the device begins. */
    public void syncBegins(UserId user, DeviceId device, Presence says) {
        if (says == Presence.OFFLINE && !users.containsKey(user)) {
            return;
        }
        change(user, presence -> presence.syncBegins(device, says, clock.instant(), timers));
    }

    /** A sync of the device ends. */
    public void syncEnds(UserId user, DeviceId device) {
        if (users.containsKey(user)) {
            change(user, presence -> presence.syncEnds(device, clock.instant()));
        }
    }

    /** The user did something. */
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
        return entry == null ? PresenceStatus.UNKNOWN : entry.presence().at(clock.instant(), timers);
    }

    /** Of whom the viewer, who shares a room with them, is to be told: what changed after the one and up to the other position. */
    public Map<UserId, PresenceStatus> changed(UserId viewer, long after, long upTo) {
        var candidates = new HashMap<UserId, PresenceStatus>();
        users.forEach((user, entry) -> {
            if (entry.position() > after && entry.position() <= upTo) {
                candidates.put(user, entry.told());
            }
        });
        if (!candidates.isEmpty()) {
            candidates.keySet().retainAll(sharing(viewer));
        }
        return candidates;
    }

    /** What was told last of those of the users of whom anything ever was. */
    public Map<UserId, PresenceStatus> known(Set<UserId> of) {
        var known = new HashMap<UserId, PresenceStatus>();
        for (var user : of) {
            var entry = users.get(user);
            if (entry != null && entry.position() > 0) {
                known.put(user, entry.told());
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
        var told = new boolean[1];
        stream.change(position -> users.compute(user, (key, known) -> {
            var before = known == null ? new Entry(UserPresence.NEVER_SEEN, PresenceStatus.UNKNOWN, 0) : known;
            var presence = change.apply(before.presence());
            var status = presence.at(now, timers);
            told[0] = status.isNewsAfter(before.told());
            return told[0]
                    ? new Entry(presence, status, position)
                    : new Entry(presence, before.told(), before.position());
        }));
        if (told[0]) {
            tell(sharing(user));
        }
        var entry = users.get(user);
        if (entry != null) {
            entry.presence().nextChange(now, timers).ifPresent(then -> lookAgain(user, now, then));
        }
    }

    private void tell(Collection<UserId> sharing) {
        waiters.wake(sharing);
    }

    /** What others see may change by time alone. */
    private void lookAgain(UserId user, Instant now, Instant then) {
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(Duration.between(now, then));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            change(user, presence -> presence.pruned(clock.instant(), timers));
        });
    }
}
