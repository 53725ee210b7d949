package org.hirundo.jpa.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;

/**
 * What the part of an event's content that is never encrypted says of another event. A thread's root is what its events
 * relate to with {@code m.thread}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#forming-relationships-between-events">Relationships</a>
 */
record Relation(EventId to, String type) {

    /** What is longer is nobody's relation type, and would not fit the index. */
    private static final int MAX_TYPE_BYTES = 255;

    /** The relation of the event, if it has a well-formed one. */
    static Optional<Relation> of(Event event) {
        return event.content().object("m.relates_to").flatMap(relation -> {
            var to = relation.string("event_id").flatMap(EventId::find);
            var type = relation.string("rel_type")
                    .filter(name -> name.getBytes(StandardCharsets.UTF_8).length <= MAX_TYPE_BYTES);
            return to.flatMap(id -> type.map(name -> new Relation(id, name)));
        });
    }

    /** Whether something that an event gives as an event id is one; what is none refers to nothing. */
    static boolean isEventId(EventId id) {
        return EventId.find(id.value()).isPresent();
    }

    /** Whether the content has a URL, as filters ask for it. */
    static boolean containsUrl(Event event) {
        return event.content().string("url").isPresent();
    }
}
