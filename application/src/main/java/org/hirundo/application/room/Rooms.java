package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.stream.Pending;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.event.EventPlace;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;

/**
 * The only way into a room: queue of the room, its head, a pure change, the committer.
 *
 * <p>A change function is called with the room as it is once everything submitted before is durable, and is called again
 * when that did not come true; so it must not do anything but draft events. While it runs nobody else writes to the room,
 * hence it neither waits nor asks anybody: what it needs besides the room is fetched before.
 */
@Singleton
public final class Rooms {

    /** How often a change is made anew before the room is given up as moving too fast. */
    private static final int ATTEMPTS = 8;

    private final RoomHeads heads;
    private final Committer committer;
    private final Drafting drafting;
    private final ConcurrentHashMap<RoomId, RoomQueue> queues = new ConcurrentHashMap<>();

    /** When the last room was created here, milliseconds since the epoch. */
    private final AtomicLong lastCreation = new AtomicLong();

    @Inject
    public Rooms(
            RoomHeads heads,
            EventStore events,
            Committer committer,
            Identity identity,
            Ed25519 ed25519,
            InstantSource clock) {
        this.heads = heads;
        this.committer = committer;
        this.drafting = new Drafting(events, identity, ed25519, clock);
    }

    /**
     * Changes a room and waits until the change is durable.
     *
     * @return the change's answer, or when its client transaction was done before, the answer that was given then
     * @throws org.hirundo.domain.error.MatrixException when the room is not known, or as the change function throws
     * @throws StorageUnavailable when the change may be lost
     */
    public <R> R write(RoomId room, Function<RoomView, Change<R>> change) {
        return write(room, () -> heads.get(room), change);
    }

    /**
     * Makes the create event of a new room, which decides the room's id. Nothing is stored yet.
     *
     * <p>Where the id is the hash of the event, two rooms that are alike need different times of creation to be two; so time
     * goes on by a millisecond at least with each event that is made here.
     *
     * @param random makes the id where it is not the hash of the event
     */
    public Event draftCreate(RoomVersion version, UserId creator, JsonObject content, RandomGenerator random) {
        var room = version.eventFormat().createNamesRoom()
                ? Optional.of(RoomId.random(random, creator.server()))
                : Optional.<RoomId>empty();
        long time = lastCreation.updateAndGet(last -> Math.max(last + 1, drafting.now()));
        return drafting.build(version, EventDraft.creation(room, creator, content), EventPlace.FIRST, time);
    }

    /**
     * Creates a room and waits until it is durable.
     *
     * @param create the create event
     * @param change gets the room with the create event alone
     * @throws IllegalStateException when the room exists already
     */
    public <R> R create(Event create, Function<RoomView, Change<R>> change) {
        var empty = LiveRoom.empty(create.roomId(), create.roomVersion());
        return write(create.roomId(), () -> heads.find(create.roomId()).orElse(empty), room -> {
            if (!room.isEmpty()) {
                throw new IllegalStateException("There is a room " + create.roomId() + " already");
            }
            return change.apply(room.append(create));
        });
    }

    private <R> R write(RoomId room, Supplier<LiveRoom> reader, Function<RoomView, Change<R>> change) {
        var queue = enter(room);
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                var answer = await(queue, submit(queue, reader, change));
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw new IllegalStateException("The room " + room + " moved " + ATTEMPTS + " times under a change");
        } finally {
            leave(room);
        }
    }

    /**
     * A change on its way.
     *
     * @param commit empty when the change changes nothing
     * @param pending what its answer rests on: its own commit, or the one before it; empty when all that is durable
     * @param reading the reading of the head it was built on
     */
    private record Submitted<R>(
            Change<R> change, Optional<RoomCommit> commit, Optional<Pending> pending, long reading) {}

    private <R> Submitted<R> submit(
            RoomQueue queue, Supplier<LiveRoom> reader, Function<RoomView, Change<R>> function) {
        queue.turn.lock();
        try {
            var change = function.apply(RoomView.of(queue.head(reader), drafting, queue.underWay()));
            if (change.room().isUnchanged()) {
                return new Submitted<>(change, Optional.empty(), queue.latest(), queue.reading());
            }
            var commit = change.room().commit(change.transaction().map(Change.Transaction::key));
            var after = change.room().room().atNextRevision();
            heads.expect(commit, after);
            var pending = committer.submit(commit);
            queue.move(commit, after, pending);
            return new Submitted<>(change, Optional.of(commit), Optional.of(pending), queue.reading());
        } finally {
            queue.turn.unlock();
        }
    }

    /** The answer once it is true; empty when the change has to be made anew. */
    private <R> Optional<R> await(RoomQueue queue, Submitted<R> submitted) {
        if (submitted.pending().isEmpty()) {
            return Optional.of(submitted.change().answer());
        }
        CommitOutcome outcome;
        try {
            outcome = submitted.pending().get().await();
        } catch (StorageUnavailable unavailable) {
            fail(queue, submitted);
            throw unavailable;
        }
        return switch (outcome) {
            case CommitOutcome.Committed _ -> {
                submitted.commit().ifPresent(queue::settle);
                yield Optional.of(submitted.change().answer());
            }
            case CommitOutcome.StaleHead _ -> {
                fail(queue, submitted);
                yield Optional.empty();
            }
            case CommitOutcome.Repeated(String first) -> {
                fail(queue, submitted);
                yield submitted
                        .commit()
                        .flatMap(_ -> submitted.change().transaction())
                        .map(transaction -> transaction.answer().apply(first));
            }
        };
    }

    private void fail(RoomQueue queue, Submitted<?> submitted) {
        submitted.commit().ifPresent(commit -> {
            heads.abandon(commit);
            queue.settle(commit);
        });
        queue.forget(submitted.reading());
    }

    private RoomQueue enter(RoomId room) {
        return queues.compute(room, (_, known) -> (known == null ? new RoomQueue() : known).entered());
    }

    private void leave(RoomId room) {
        queues.computeIfPresent(room, (_, queue) -> queue.left() ? null : queue);
    }
}
