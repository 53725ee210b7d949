package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.room.Rooms;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** Changes a user's membership events in many rooms: side by side, so that the changes are committed in few transactions. */
@Singleton
final class EachRoom {

    private static final System.Logger LOG = System.getLogger(EachRoom.class.getName());

    private static final int AT_ONCE = 64;

    private final MembershipStore memberships;
    private final Rooms rooms;

    @Inject
    EachRoom(MembershipStore memberships, Rooms rooms) {
        this.memberships = memberships;
        this.rooms = rooms;
    }

    /**
     * Changes every room in which the user has one of the memberships, and waits for all. A room that cannot be changed is
     * logged and left as it is.
     */
    void change(UserId user, Set<Membership> which, Function<RoomView, RoomView> change) {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var membership : memberships.roomsOf(user).values()) {
                if (which.contains(membership.membership())) {
                    turns.acquireUninterruptibly();
                    threads.execute(() -> {
                        try {
                            change(membership, change);
                        } finally {
                            turns.release();
                        }
                    });
                }
            }
        }
    }

    private void change(RoomMembership membership, Function<RoomView, RoomView> change) {
        RoomId room = membership.room();
        try {
            rooms.write(room, view -> Change.of(change.apply(view), room));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "The membership of " + membership.user() + " in " + room + " stays as it is",
                    e);
        }
    }
}
