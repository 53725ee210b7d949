package org.hirundo.domain.relation;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonObject;

/**
 * That an event is the child of another one.
 *
 * @param parent the event it points to, which may be one that nobody knows or one of another room
 * @param key what an annotation says, such as an emoji
 */
public record Relation(EventId parent, RelationType type, Optional<String> key) {

    private static final String RELATES_TO = "m.relates_to";
    private static final String NEW_CONTENT = "m.new_content";

    /**
     * A type longer than this, in characters, relates nothing: no type of event may be longer, and what is not interpreted here
     * must at least be looked for.
     */
    private static final int MAX_TYPE_LENGTH = 255;

    /** The relation of an event; empty when it has none, also when what stands in its place is not what it should be. */
    public static Optional<Relation> of(Event event) {
        return of(event.content());
    }

    /** The relation of an event with this content. */
    public static Optional<Relation> of(JsonObject content) {
        return content.object(RELATES_TO).flatMap(relatesTo -> relatesTo
                .string("rel_type")
                .filter(type -> !type.isEmpty() && type.length() <= MAX_TYPE_LENGTH)
                .flatMap(type -> relatesTo
                        .string("event_id")
                        .flatMap(EventId::find)
                        .map(parent -> new Relation(parent, new RelationType(type), relatesTo.string("key")))));
    }

    /**
     * The event that one with this content answers (spec, "Rich replies").
     *
     * @param fallbacks whether to count what is an answer only to clients that do not know threads
     */
    public static Optional<EventId> repliedTo(JsonObject content, boolean fallbacks) {
        return content.object(RELATES_TO)
                .filter(relatesTo ->
                        fallbacks || !relatesTo.bool("is_falling_back").orElse(false))
                .flatMap(relatesTo -> relatesTo.object("m.in_reply_to"))
                .flatMap(reply -> reply.string("event_id"))
                .flatMap(EventId::find);
    }

    /** Whether it is of this type. */
    public boolean is(RelationType wanted) {
        return type.equals(wanted);
    }

    /**
     * Whether the replacement is a valid edit of the original. Of an encrypted one the new content cannot be seen, so it is taken to
     * be there.
     *
     * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#validity-of-replacement-events">Validity of replacement
     *     events</a>
     */
    public static boolean replaces(Event replacement, Event original) {
        return of(replacement)
                        .filter(relation -> relation.is(RelationType.REPLACE))
                        .filter(relation -> relation.parent().equals(original.id()))
                        .isPresent()
                && replacement.roomId().equals(original.roomId())
                && replacement.sender().equals(original.sender())
                && replacement.type().equals(original.type())
                && !replacement.isState()
                && !original.isState()
                && of(original)
                        .filter(relation -> relation.is(RelationType.REPLACE))
                        .isEmpty()
                && (replacement.isType(EventType.ENCRYPTED)
                        || replacement.content().object(NEW_CONTENT).isPresent());
    }
}
