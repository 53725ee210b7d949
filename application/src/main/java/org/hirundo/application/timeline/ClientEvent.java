package org.hirundo.application.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * An event as one client is shown it. What is the same for everybody is written once and shared, so that telling many clients
 * of an event costs little more than copying.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-event-format">Room event format</a>
 */
public final class ClientEvent {

    private final Event event;
    private final StableForm stable;
    private final JsonObject unsigned;

    ClientEvent(Event event, StableForm stable, JsonObject unsigned) {
        this.event = event;
        this.stable = stable;
        this.unsigned = unsigned;
    }

    /** The event's id. */
    public EventId id() {
        return event.id();
    }

    /** The event itself, in its redacted form if it was redacted. */
    public Event event() {
        return event;
    }

    /** What this client is told beside the event. */
    public JsonObject unsigned() {
        return unsigned;
    }

    /** The event as JSON bytes. */
    public byte[] bytes() {
        return bytes(",\"room_id\":" + text(new JsonString(event.roomId().value())));
    }

    /** The event as JSON bytes for places that name the room themselves, such as {@code /sync}. */
    public byte[] bytesWithoutRoom() {
        return bytes("");
    }

    private byte[] bytes(String room) {
        var rest = room + (unsigned.isEmpty() ? "}" : ",\"unsigned\":" + text(unsigned) + "}");
        var opened = stable.opened();
        var closing = rest.getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(opened, opened.length + closing.length);
        System.arraycopy(closing, 0, bytes, opened.length, closing.length);
        return bytes;
    }

    private static String text(JsonValue value) {
        return CanonicalJson.lenient().text(value);
    }

    /** The event as JSON. */
    public JsonObject json() {
        return jsonWithoutRoom().with("room_id", event.roomId().value());
    }

    /** The event as JSON for places that name the room themselves. */
    public JsonObject jsonWithoutRoom() {
        return unsigned.isEmpty() ? stable.json() : stable.json().with("unsigned", unsigned);
    }
}
