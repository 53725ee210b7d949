package org.hirundo.application.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;

/**
 * A client deletes keys that were backed up.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3room_keyskeys">DELETE
 *     /room_keys/keys</a>
 */
@Singleton
public final class DeleteRoomKeys {

    private final KeyBackupStore store;
    private final RateLimiter limits;

    @Inject
    public DeleteRoomKeys(KeyBackupStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Deletes the keys, if they are there.
     *
     * @return the backup afterwards
     * @throws NotFound when there is no such backup
     */
    public KeyBackupStore.BackupVersion delete(Requester requester, Selection selection) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEY_BACKUP);
        return store.deleteKeys(requester.user(), selection.version(), selection.room(), selection.session())
                .orElseThrow(GetBackup::notFound);
    }
}
