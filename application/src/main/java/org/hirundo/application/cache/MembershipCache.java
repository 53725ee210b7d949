package org.hirundo.application.cache;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Remembers the rooms of active users and the joined users of active rooms, in step with the stream.
 *
 * <p>Both are what every {@code /sync} and every message asks for: whose rooms are these, and whom does this concern.
 */
public final class MembershipCache implements MembershipStore, StreamListener {

    private final MembershipStore store;
    private final ByteBoundedCache<UserId, Map<RoomId, RoomMembership>> rooms;
    private final ByteBoundedCache<RoomId, Set<UserId>> joined;

    /** Counts changes: what was read while there was one may be the state before it and is not remembered. */
    private final AtomicLong changes = new AtomicLong();

    /** Decorates a store. */
    public MembershipCache(MembershipStore store, MemoryBudget budget) {
        this.store = store;
        rooms = new ByteBoundedCache<>(budget, (user, memberships) -> 200 + 250L * memberships.size());
        joined = new ByteBoundedCache<>(budget, (room, users) -> 200 + 150L * users.size());
    }

    @Override
    public Map<RoomId, RoomMembership> roomsOf(UserId user) {
        return rooms.get(user).orElseGet(() -> {
            var before = changes.get();
            var read = Map.copyOf(store.roomsOf(user));
            synchronized (changes) {
                if (changes.get() == before) {
                    rooms.put(user, read);
                }
            }
            return read;
        });
    }

    @Override
    public Optional<RoomMembership> find(RoomId room, UserId user) {
        var known = rooms.get(user);
        return known.isPresent() ? Optional.ofNullable(known.get().get(room)) : store.find(room, user);
    }

    @Override
    public Map<UserId, RoomMembership> membersOf(RoomId room) {
        return store.membersOf(room);
    }

    @Override
    public Map<RoomId, Set<UserId>> joinedTo(Collection<RoomId> wanted) {
        var found = HashMap.<RoomId, Set<UserId>>newHashMap(wanted.size());
        var missing = new HashSet<RoomId>();
        for (var room : wanted) {
            joined.get(room).ifPresentOrElse(users -> found.put(room, users), () -> missing.add(room));
        }
        if (!missing.isEmpty()) {
            var before = changes.get();
            var read = store.joinedTo(missing);
            synchronized (changes) {
                if (changes.get() == before) {
                    read.forEach((room, users) -> joined.put(room, Set.copyOf(users)));
                }
            }
            found.putAll(read);
        }
        found.values().removeIf(Set::isEmpty);
        return found;
    }

    /** The users joined to the room when that can be told without reading: for those who must not wait. */
    public Optional<Set<UserId>> joinedIfKnown(RoomId room) {
        return joined.get(room);
    }

    @Override
    public void forget(UserId user, Set<RoomId> forgotten) {
        store.forget(user, forgotten);
        synchronized (changes) {
            changes.incrementAndGet();
            rooms.remove(user);
        }
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof RoomCommit commit
                    && !commit.memberships().isEmpty()) {
                synchronized (changes) {
                    changes.incrementAndGet();
                    commit.memberships().forEach(change -> apply(commit, change, committed.first()));
                }
            }
        }
    }

    private void apply(RoomCommit commit, RoomCommit.MembershipChange change, StreamPosition first) {
        var membership = new RoomMembership(
                commit.room(), change.user(), change.membership(), change.event(), since(commit, change, first), false);
        rooms.update(change.user(), known -> {
            var changed = new HashMap<>(known);
            changed.put(commit.room(), membership);
            return Map.copyOf(changed);
        });
        if (commit.createsRoom() && joined.get(commit.room()).isEmpty()) {
            joined.put(commit.room(), Set.of());
        }
        var joins = change.membership() == Membership.JOIN;
        joined.update(
                commit.room(),
                users -> users.contains(change.user()) == joins ? users : changed(users, change.user(), joins));
    }

    /** The position of the membership event; where resolution brought back an older event, that of the whole commit. */
    private static StreamPosition since(RoomCommit commit, RoomCommit.MembershipChange change, StreamPosition first) {
        var position = first.value();
        for (var event : commit.events()) {
            if (event.event().id().equals(change.event())) {
                return new StreamPosition(position);
            }
            position++;
        }
        return first;
    }

    private static Set<UserId> changed(Set<UserId> users, UserId user, boolean joins) {
        var changed = new HashSet<>(users);
        if (joins) {
            changed.add(user);
        } else {
            changed.remove(user);
        }
        return Collections.unmodifiableSet(changed);
    }
}
