package org.hirundo.domain.event;

import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;

/** Events as other servers send them, for tests of what is made of them. Nobody signed these. */
final class Pdus {

    private static final JsonObject MESSAGE = Json.object("""
            {
                "auth_events": ["$auth1", "$auth2"],
                "content": {"body": "héllo 😀", "msgtype": "m.text"},
                "depth": 12,
                "hashes": {"sha256": "thishashcoversallfieldsincasethisisredacted"},
                "origin_server_ts": 1404838188000,
                "prev_events": ["$prev"],
                "room_id": "!room:example.org",
                "sender": "@alice:example.com",
                "signatures": {"example.com": {"ed25519:1": "c2lnbmF0dXJl"}},
                "type": "m.room.message",
                "unsigned": {"age": 4612}
            }""");

    private static final JsonObject OLD_MESSAGE = MESSAGE.with("event_id", "$143:example.com")
            .with("auth_events", Json.array("[[\"$auth1:a\", {\"sha256\": \"x\"}], [\"$auth2:a\", {}]]"))
            .with("prev_events", Json.array("[[\"$prev:a\", {\"sha256\": \"x\"}]]"));

    private Pdus() {}

    /** A message in the format of the version. */
    static JsonObject message(RoomVersion version) {
        return version.eventFormat().references() == EventFormat.References.IDS ? MESSAGE : OLD_MESSAGE;
    }

    /** A state event with the empty state key in the format of the version. */
    static JsonObject state(RoomVersion version, String type, String content) {
        return message(version).with("type", type).with("state_key", "").with("content", Json.object(content));
    }

    /** The create event of a room in the format of the version. */
    static JsonObject create(RoomVersion version) {
        var create = state(version, "m.room.create", "{\"creator\": \"@alice:example.com\"}")
                .with("prev_events", Json.array("[]"))
                .with("auth_events", Json.array("[]"));
        return version.eventFormat().createNamesRoom() ? create : create.without("room_id");
    }
}
