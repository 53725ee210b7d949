package org.hirundo.application.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.e2ee.BackupVersion;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonObject;

/**
 * A user changes the authentication data of a backup; nothing else of it ever changes.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3room_keysversionversion">PUT
 *     /room_keys/version/{version}</a>
 */
@Singleton
public final class UpdateBackup {

    private final KeyBackupStore store;
    private final RateLimiter limits;

    @Inject
    public UpdateBackup(KeyBackupStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Changes the backup.
     *
     * @throws NotFound when there is none of this version
     * @throws org.hirundo.domain.error.MatrixException when the request is not as it must be
     */
    public void update(Requester requester, String version, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEY_BACKUP);
        var wanted = BackupVersion.parse(request);
        var known = store.version(requester.user(), version).orElseThrow(GetBackup::notFound);
        wanted.checkChange(version, known.algorithm());
        if (!store.updateAuthData(requester.user(), version, wanted.authData())) {
            throw GetBackup.notFound();
        }
    }
}
