package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.SyncPosition;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;

/** Finds the place in a room that a client means by a token: one of ours for paging, or one of {@code /sync}. */
@Singleton
final class RoomTokens {

    private final EventStore events;

    @Inject
    RoomTokens(EventStore events) {
        this.events = events;
    }

    /**
     * The place in graph order.
     *
     * @throws InvalidParam when the token is none of ours
     */
    GraphPosition graph(RoomId room, String token) {
        return stream(token)
                .map(position -> events.graphPositionAfter(room, position).orElse(GraphPosition.BEGINNING))
                .orElseGet(() -> GraphToken.parse(token).position());
    }

    /** The position in the stream, when the token comes from {@code /sync}. */
    static Optional<StreamPosition> stream(String token) {
        return SyncPosition.of(token);
    }
}
