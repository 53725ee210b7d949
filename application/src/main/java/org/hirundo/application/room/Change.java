package org.hirundo.application.room;

import java.util.Optional;
import java.util.function.Function;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.EventId;

/**
 * What a change function made of a room.
 *
 * @param room the view with all events that were drafted; one without any changes nothing
 * @param answer what the caller is answered once the change is durable
 * @param transaction the client transaction that the change answers
 */
public record Change<R>(RoomView room, R answer, Optional<Transaction<R>> transaction) {

    /** A change that answers no client transaction. */
    public static <R> Change<R> of(RoomView room, R answer) {
        return new Change<>(room, answer, Optional.empty());
    }

    /** A change of one event, answered by the event's id; a repeat of the transaction gets the id of the first event. */
    public static Change<EventId> of(RoomView room, EventId answer, ClientTransaction transaction) {
        return new Change<>(room, answer, Optional.of(new Transaction<>(transaction, EventId::parse)));
    }

    /** A client transaction, and how the answer that is stored with it becomes an answer again. */
    public record Transaction<R>(ClientTransaction key, Function<String, R> answer) {}
}
