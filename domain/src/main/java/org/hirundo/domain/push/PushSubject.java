package org.hirundo.domain.push;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.match.FoldedText;
import org.hirundo.domain.match.PropertyPath;
import org.hirundo.domain.match.WordGlob;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;
import org.jspecify.annotations.Nullable;

/**
 * An event as push rules look at it, made once and then judged by the rules of all members of the room.
 *
 * <p>Properties are found by walking their path. A table of all of them by path would be larger than the event by orders of
 * magnitude when the event nests deeply, and events come from anybody.
 */
public final class PushSubject {

    /** The property that rules about one room look at. */
    static final PropertyPath ROOM_ID = PropertyPath.of("room_id");

    /** The property whose words are matched rather than the whole. */
    static final PropertyPath BODY = PropertyPath.of("content", "body");

    private final Event event;
    private final String sender;
    private final String room;
    private final @Nullable String body;

    /** Made when it is first needed; should two threads make it at once, they make the same. */
    private @Nullable FoldedText foldedBody;

    private PushSubject(Event event, @Nullable String body) {
        this.event = event;
        this.sender = event.sender().toString();
        this.room = event.roomId().toString();
        this.body = body;
    }

    /** The event, made ready. Rules see its id and its room even where the event format leaves them out. */
    public static PushSubject of(Event event) {
        return new PushSubject(event, event.content().string("body").orElse(null));
    }

    @Nullable
    JsonValue find(PropertyPath key) {
        var found = key.find(event.json());
        if (found.isPresent() || key.names().size() > 1) {
            return found.orElse(null);
        }
        return switch (key.names().getFirst()) {
            case "event_id" -> new JsonString(event.id().toString());
            case "room_id" -> new JsonString(room);
            default -> null;
        };
    }

    /** Whether the event says itself whom it mentions, if only that it mentions nobody. */
    boolean hasMentions() {
        return event.content().has("m.mentions");
    }

    boolean bodyHas(WordGlob words) {
        if (body == null) {
            return false;
        }
        var folded = foldedBody;
        if (folded == null) {
            folded = FoldedText.of(body);
            foldedBody = folded;
        }
        return words.isIn(folded);
    }

    /** The root of the thread that the event is in; empty when it is in none. */
    Optional<EventId> thread() {
        return Relation.of(event)
                .filter(relation -> relation.is(RelationType.THREAD))
                .map(Relation::parent);
    }

    /**
     * The event that this one relates to in the way; empty when it does not.
     *
     * @param fallbacks whether a reply counts that is there only for clients that do not know threads
     */
    Optional<EventId> related(RelationType type, boolean fallbacks) {
        return type.equals(RelationType.REPLY)
                ? Relation.repliedTo(event.content(), fallbacks)
                : Relation.of(event).filter(relation -> relation.is(type)).map(Relation::parent);
    }

    UserId sender() {
        return event.sender();
    }

    String senderText() {
        return sender;
    }

    String roomText() {
        return room;
    }
}
