package org.hirundo.domain.receipt;

import java.util.Optional;
import java.util.function.Function;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;

/**
 * Which part of a room a receipt is about.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#threaded-read-receipts">Threaded read receipts</a>
 */
public sealed interface ReceiptThread {

    /** All of the room, whatever thread an event is in. */
    record Unthreaded() implements ReceiptThread {}

    /** The events that are in no thread. */
    record Main() implements ReceiptThread {}

    /** The events in the thread of this root. */
    record Rooted(EventId root) implements ReceiptThread {}

    /** How many relations are followed to find the thread of an event. */
    int MAX_HOPS = 3;

    /** All of the room. */
    static ReceiptThread unthreaded() {
        return new Unthreaded();
    }

    /** The events that are in no thread. */
    static ReceiptThread mainTimeline() {
        return new Main();
    }

    /**
     * Reads the {@code thread_id} of the body of a receipt.
     *
     * @throws InvalidParam when it is there but not {@code main} or an event id
     */
    static ReceiptThread parse(JsonObject body) {
        return switch (body.get("thread_id")) {
            case null -> unthreaded();
            case JsonString(var text) -> ofId(text);
            default -> throw new InvalidParam("thread_id field must be a non-empty string");
        };
    }

    private static ReceiptThread ofId(String text) {
        try {
            return text.equals("main") ? mainTimeline() : new Rooted(EventId.parse(text));
        } catch (MalformedIdentifier e) {
            throw new InvalidParam("thread_id field must be main or an event id");
        }
    }

    /** The {@code thread_id}, absent for all of the room. */
    default Optional<String> threadId() {
        return switch (this) {
            case Unthreaded() -> Optional.empty();
            case Main() -> Optional.of("main");
            case Rooted(var root) -> Optional.of(root.toString());
        };
    }

    /**
     * Which thread an event is in: that of its thread relation, or of the event it relates to, at most three relations away;
     * otherwise none, which is {@link #mainTimeline}. A thread's root is in none.
     *
     * @param events finds an event by its id, of the same room
     */
    static ReceiptThread ofEvent(Event event, Function<EventId, Optional<Event>> events) {
        var current = Optional.of(event);
        for (int hop = 0; hop <= MAX_HOPS && current.isPresent(); hop++) {
            var relation = Relation.of(current.get());
            if (relation.isPresent() && relation.get().is(RelationType.THREAD)) {
                return new Rooted(relation.get().parent());
            }
            current = relation.map(Relation::parent).flatMap(events);
        }
        return mainTimeline();
    }

    /** The event on which it depends in which thread an event is; empty when the event itself tells that. */
    static Optional<EventId> decisive(Event event) {
        return Relation.of(event)
                .filter(relation -> !relation.is(RelationType.THREAD))
                .map(Relation::parent);
    }

    /**
     * Refuses a receipt for an event that has nothing to do with the thread.
     *
     * <p>What relates to a root is in the main timeline, yet clients show it with the thread too and mark the thread as read
     * up to it: so it may be named for both.
     *
     * @param event the event of the receipt
     * @param events finds an event by its id, of the same room
     * @throws InvalidParam when the event is not in the thread, nor its root, nor related to that
     */
    default void check(Event event, Function<EventId, Optional<Event>> events) {
        var belongs =
                switch (this) {
                    case Unthreaded() -> true;
                    case Main() -> ofEvent(event, events).equals(this);
                    case Rooted(var root) -> leadsTo(root, event, events);
                };
        if (!belongs) {
            throw new InvalidParam("The event is not in the thread of thread_id");
        }
    }

    private static boolean leadsTo(EventId root, Event event, Function<EventId, Optional<Event>> events) {
        var current = Optional.of(event);
        for (int hop = 0; hop <= MAX_HOPS && current.isPresent(); hop++) {
            var parent = Relation.of(current.get()).map(Relation::parent);
            if (current.get().id().equals(root) || parent.equals(Optional.of(root))) {
                return true;
            }
            current = parent.flatMap(events);
        }
        return false;
    }
}
