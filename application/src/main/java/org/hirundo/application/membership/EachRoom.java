package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.room.Rooms;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** Does something in many rooms of a user. A room in which it cannot be done does not keep the others from it. */
@Singleton
final class EachRoom {

    /** So many wait for the storage together, which then makes them durable together. */
    private static final int AT_ONCE = 32;

    private static final System.Logger LOG = System.getLogger(EachRoom.class.getName());

    private final MembershipStore memberships;
    private final Rooms rooms;

    @Inject
    EachRoom(MembershipStore memberships, Rooms rooms) {
        this.memberships = memberships;
        this.rooms = rooms;
    }

    /** Changes every room in which the user has one of the memberships, and returns when all is done. */
    void change(UserId user, Set<Membership> wanted, Function<RoomView, RoomView> change) {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            memberships.roomsOf(user).forEach((room, membership) -> {
                if (wanted.contains(membership.membership())) {
                    turns.acquireUninterruptibly();
                    threads.execute(() -> {
                        try {
                            change(user, room, change);
                        } finally {
                            turns.release();
                        }
                    });
                }
            });
        }
    }

    private void change(UserId user, RoomId room, Function<RoomView, RoomView> change) {
        try {
            rooms.write(room, view -> Change.of(change.apply(view), room));
        } catch (MatrixException refused) {
            LOG.log(System.Logger.Level.INFO, "{0} in {1}: {2}", user, room, refused.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, () -> "The membership of " + user + " in " + room + " stays as it is", failed);
        }
    }
}
