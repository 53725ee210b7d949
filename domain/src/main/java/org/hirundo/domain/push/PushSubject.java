package org.hirundo.domain.push;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.match.FoldedText;
import org.hirundo.domain.match.PropertyPath;
import org.hirundo.domain.match.WordGlob;
import org.jspecify.annotations.Nullable;

/**
 * An event as push rules look at it, made once and then judged by the rules of all members of the room.
 *
 * <p>Properties are found by walking their path. A table of all of them by path would be larger than the event by orders of
 * magnitude when the event nests deeply, and events come from anybody.
 */
public final class PushSubject {

    /** The property whose words are matched rather than the whole. */
    static final PropertyPath BODY = PropertyPath.of("content", "body");

    private final JsonObject event;
    private final UserId sender;
    private final String senderText;
    private final String roomText;
    private final @Nullable FoldedText body;

    private PushSubject(JsonObject event, UserId sender, String roomText, @Nullable FoldedText body) {
        this.event = event;
        this.sender = sender;
        this.senderText = sender.toString();
        this.roomText = roomText;
        this.body = body;
    }

    /** The event, made ready. Rules see its id and its room even where the event format leaves them out. */
    public static PushSubject of(Event event) {
        var room = event.roomId().toString();
        var json = event.json().with("event_id", event.id().toString()).with("room_id", room);
        var body = BODY.find(json).orElse(null) instanceof JsonString(var text) ? FoldedText.of(text) : null;
        return new PushSubject(json, event.sender(), room, body);
    }

    @Nullable
    JsonValue find(PropertyPath key) {
        return key.find(event).orElse(null);
    }

    boolean bodyHas(WordGlob words) {
        return body != null && words.isIn(body);
    }

    UserId sender() {
        return sender;
    }

    String senderText() {
        return senderText;
    }

    String roomText() {
        return roomText;
    }
}
