package org.hirundo.application.typing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.time.Alarms;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.typing.TypingUsers;

/** Who types in which room now. */
@Singleton
public final class TypingBoard {

    private final EphemeralStream stream;
    private final Waiters waiters;
    private final MembershipStore memberships;
    private final InstantSource clock;
    private final Alarms alarms;
    private final ConcurrentHashMap<RoomId, Entry> rooms = new ConcurrentHashMap<>();

    private record Entry(TypingUsers users, long position) {}

    @Inject
    public TypingBoard(
            EphemeralStream stream, Waiters waiters, MembershipStore memberships, InstantSource clock, Alarms alarms) {
        this.stream = stream;
        this.waiters = waiters;
        this.memberships = memberships;
        this.clock = clock;
        this.alarms = alarms;
    }

    /** The user types in the room for so long, unless more is heard. */
    public void started(RoomId room, UserId user, Duration timeout) {
        var now = clock.instant();
        change(room, users -> users.started(user, timeout, now));
        alarms.at(now.plus(timeout), () -> change(room, users -> users.at(clock.instant())));
    }

    /** The user types no more in the room. */
    public void stopped(RoomId room, UserId user) {
        change(room, users -> users.stopped(user));
    }

    /**
     * Who types in those of the rooms where that changed after the one and at or before the other position, and in the
     * fresh rooms where anybody does.
     */
    public Map<RoomId, TypingUsers> changed(Collection<RoomId> wanted, Set<RoomId> fresh, long after, long upTo) {
        if (rooms.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<RoomId, TypingUsers>();
        var candidates = new HashSet<>(rooms.keySet());
        candidates.retainAll(wanted instanceof Set<RoomId> set ? set : Set.copyOf(wanted));
        for (var room : candidates) {
            var entry = rooms.get(room);
            if (entry != null && (fresh.contains(room) || (entry.position() > after && entry.position() <= upTo))) {
                found.put(room, entry.users().at(clock.instant()));
            }
        }
        return found;
    }

    /** Who types wherever that changed after the one and at or before the other position. */
    public Map<RoomId, TypingUsers> changed(long after, long upTo) {
        return changed(rooms.keySet(), Set.of(), after, upTo);
    }

    private void change(RoomId room, UnaryOperator<TypingUsers> change) {
        var changed = new boolean[1];
        stream.change(position -> rooms.compute(room, (key, known) -> {
            var before = known == null ? TypingUsers.NOBODY : known.users();
            var after = change.apply(before);
            changed[0] = !after.users().equals(before.users());
            return after.users().isEmpty() && before.users().isEmpty()
                    ? null
                    : new Entry(after, changed[0] || known == null ? position : known.position());
        }));
        if (changed[0]) {
            memberships.joinedTo(Set.of(room)).values().forEach(waiters::wake);
        }
    }
}
