package org.hirundo.application.timeline;

import java.util.Arrays;
import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;

/**
 * The part of an event in the format for clients that is the same for everybody, written once: all but {@code room_id}, which
 * {@code /sync} leaves out, and {@code unsigned}.
 */
final class StableForm {

    private final JsonObject json;
    /** The object without its closing brace, so that more members can follow. */
    private final byte[] opened;

    private StableForm(JsonObject json) {
        this.json = json;
        var bytes = CanonicalJson.lenient().bytes(json);
        opened = Arrays.copyOf(bytes, bytes.length - 1);
    }

    static StableForm of(Event event) {
        var form = JsonObject.builder()
                .put("content", content(event))
                .put("event_id", event.id().value())
                .put("origin_server_ts", event.originServerTs());
        form.putIfPresent("redacts", redacts(event));
        event.stickiness().ifPresent(stickiness -> form.put(Stickiness.MEMBER, stickiness.toJson()));
        form.put("sender", event.sender().toString());
        form.putIfPresent("state_key", event.stateKey());
        form.put("type", event.type().value());
        return new StableForm(form.build());
    }

    /** Old clients look for the target of a redaction beside the content, new ones in it (room version 11). */
    private static Optional<String> redacts(Event event) {
        return event.isType(EventType.REDACTION) ? event.redacts().map(EventId::value) : Optional.empty();
    }

    private static JsonObject content(Event event) {
        return redacts(event)
                .filter(target -> !event.content().has("redacts"))
                .map(target -> event.content().with("redacts", target))
                .orElse(event.content());
    }

    JsonObject json() {
        return json;
    }

    byte[] opened() {
        return opened;
    }

    /** Roughly how many bytes this takes in memory; the parsed content is shared with the event. */
    long weight() {
        return 1000L + opened.length;
    }
}
