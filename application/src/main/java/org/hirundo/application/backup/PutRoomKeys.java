package org.hirundo.application.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.e2ee.BackedUpKeys;
import org.hirundo.domain.e2ee.BackupVersion;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.WrongRoomKeysVersion;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A client backs up keys. Where there is a key of the session already, the better of the two stays.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3room_keyskeys">PUT /room_keys/keys</a>
 */
@Singleton
public final class PutRoomKeys {

    private final KeyBackupStore store;
    private final RateLimiter limits;

    @Inject
    public PutRoomKeys(KeyBackupStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Puts keys into the current backup.
     *
     * @param selection says how much of the tree of rooms and sessions the request is
     * @return the backup afterwards
     * @throws NotFound when the user has no backup
     * @throws WrongRoomKeysVersion when the version is not the current one
     * @throws org.hirundo.domain.error.BadJson when the request is not as it must be
     */
    public KeyBackupStore.BackupVersion put(Requester requester, Selection selection, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEY_BACKUP);
        var keys = parse(selection, request);
        var user = requester.user();
        checkWritable(user, selection.version());
        return store.put(user, selection.version(), keys, BackedUpKeys::better).orElseGet(() -> {
            checkWritable(user, selection.version());
            throw GetBackup.notFound();
        });
    }

    private void checkWritable(UserId user, String version) {
        BackupVersion.checkWritable(version, store.current(user).map(KeyBackupStore.BackupVersion::version));
    }

    private static Map<RoomId, Map<String, JsonObject>> parse(Selection selection, JsonObject request) {
        if (selection.room().isEmpty()) {
            return BackedUpKeys.ofRooms(request);
        }
        var ofRoom = selection
                .session()
                .map(session -> Map.of(session, BackedUpKeys.ofSession(request)))
                .orElseGet(() -> BackedUpKeys.ofRoom(request));
        return Map.of(selection.room().get(), ofRoom);
    }
}
