package org.hirundo.domain.e2ee;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;

/**
 * Keys of sessions in a backup.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-side-key-backups">Server-side key backups</a>
 */
public final class BackedUpKeys {

    private static final String FIRST_MESSAGE_INDEX = "first_message_index";
    private static final String FORWARDED_COUNT = "forwarded_count";
    private static final String IS_VERIFIED = "is_verified";

    private BackedUpKeys() {}

    /**
     * Reads the keys of many rooms, by room and session id.
     *
     * @throws BadJson when something in it is not as it must be
     */
    public static Map<RoomId, Map<String, JsonObject>> ofRooms(JsonObject body) {
        var rooms = new LinkedHashMap<RoomId, Map<String, JsonObject>>();
        member(body, "rooms").members().forEach((room, value) -> {
            if (!(value instanceof JsonObject keys)) {
                throw new BadJson("The keys of a room are an object");
            }
            rooms.put(roomId(room), ofRoom(keys));
        });
        return rooms;
    }

    private static RoomId roomId(String text) {
        try {
            return RoomId.parse(text);
        } catch (MalformedIdentifier e) {
            throw new BadJson("Keys are by room id, not by " + text);
        }
    }

    /**
     * Reads the keys of one room, by session id.
     *
     * @throws BadJson when something in it is not as it must be
     */
    public static Map<String, JsonObject> ofRoom(JsonObject body) {
        var sessions = new LinkedHashMap<String, JsonObject>();
        member(body, "sessions").members().forEach((session, value) -> {
            if (!(value instanceof JsonObject key)) {
                throw new BadJson("The key of a session is an object");
            }
            sessions.put(session, ofSession(key));
        });
        return sessions;
    }

    /**
     * Reads the key of one session.
     *
     * @return the key
     * @throws BadJson when it lacks what it must have
     */
    public static JsonObject ofSession(JsonObject key) {
        checkCount(key, FIRST_MESSAGE_INDEX);
        checkCount(key, FORWARDED_COUNT);
        if (key.bool(IS_VERIFIED).isEmpty()) {
            throw new BadJson(IS_VERIFIED + " is a boolean");
        }
        member(key, "session_data");
        return key;
    }

    private static void checkCount(JsonObject key, String name) {
        if (!(key.get(name) instanceof JsonInteger number) || number.value() < 0 || !number.isCanonical()) {
            throw new BadJson(name + " is an integer and not negative");
        }
    }

    private static JsonObject member(JsonObject json, String name) {
        return json.object(name).orElseThrow(() -> new BadJson(name + " is an object"));
    }

    /**
     * Which of two keys of one session stays: the verified one, then the one that opens earlier messages, then the one that
     * was forwarded less often; the first when they are alike. Both have gone through {@link #ofSession}.
     */
    public static JsonObject better(JsonObject known, JsonObject offered) {
        return isBetter(offered, known) ? offered : known;
    }

    private static boolean isBetter(JsonObject offered, JsonObject known) {
        boolean verified = offered.bool(IS_VERIFIED).orElse(false);
        boolean knownVerified = known.bool(IS_VERIFIED).orElse(false);
        if (verified != knownVerified) {
            return verified;
        }
        var index = number(offered, FIRST_MESSAGE_INDEX);
        var knownIndex = number(known, FIRST_MESSAGE_INDEX);
        return index != knownIndex
                ? index < knownIndex
                : number(offered, FORWARDED_COUNT) < number(known, FORWARDED_COUNT);
    }

    private static long number(JsonObject key, String name) {
        return key.integer(name).orElse(Long.MAX_VALUE);
    }
}
