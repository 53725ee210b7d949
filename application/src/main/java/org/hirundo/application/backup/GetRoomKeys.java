package org.hirundo.application.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonObject;

/**
 * A client reads keys that were backed up.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3room_keyskeys">GET /room_keys/keys</a>
 */
@Singleton
public final class GetRoomKeys {

    private final KeyBackupStore store;
    private final RateLimiter limits;

    @Inject
    public GetRoomKeys(KeyBackupStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * The keys: an object of rooms, of the sessions of a room, or the key of one session, as they were put.
     *
     * @throws NotFound when there is no such backup, or it has no key of the session that is asked for
     */
    public JsonObject get(Requester requester, Selection selection) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEY_BACKUP);
        var user = requester.user();
        if (store.version(user, selection.version()).isEmpty()) {
            throw GetBackup.notFound();
        }
        var keys = store.keys(user, selection.version(), selection.room(), selection.session());
        if (selection.room().isEmpty()) {
            var rooms = JsonObject.builder();
            keys.forEach((room, sessions) -> rooms.put(room.toString(), sessions(sessions)));
            return JsonObject.of("rooms", rooms.build());
        }
        var ofRoom = keys.getOrDefault(selection.room().get(), Map.of());
        return selection.session().map(session -> key(ofRoom, session)).orElseGet(() -> sessions(ofRoom));
    }

    private static JsonObject sessions(Map<String, JsonObject> keys) {
        return JsonObject.of("sessions", JsonObject.of(keys));
    }

    private static JsonObject key(Map<String, JsonObject> keys, String session) {
        var key = keys.get(session);
        if (key == null) {
            throw new NotFound("No such key in the backup");
        }
        return key;
    }
}
