package org.hirundo.domain.event;

import java.nio.charset.StandardCharsets;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;

/** Events for rules that only read them: nobody signed these. */
public final class TestEvents {

    private static final JsonObject MESSAGE = Json.object("""
            {"type": "m.room.message", "room_id": "!room:example.org", "sender": "@bob:example.org", "content": {},
             "origin_server_ts": 1432735824653, "depth": 7, "prev_events": [], "auth_events": []}""");

    private TestEvents() {}

    /** A message of Bob's with these members added or replaced. */
    public static Event event(String id, String members) {
        return event(RoomVersion.V11, id, members);
    }

    /** The same in a room of another version. */
    public static Event event(RoomVersion version, String id, String members) {
        var json = MESSAGE.toBuilder().putAll(Json.object(members)).build();
        return Event.ofStored(EventId.parse(id), version, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A message of Bob's with this content. */
    public static Event message(String id, String content) {
        return event(id, "{\"content\": " + content + "}");
    }
}
