package org.hirundo.application.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.e2ee.BackupVersion;
import org.hirundo.domain.json.JsonObject;

/**
 * A user begins a new backup, which takes the place of the current one.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3room_keysversion">POST
 *     /room_keys/version</a>
 */
@Singleton
public final class CreateBackup {

    private final KeyBackupStore store;
    private final RateLimiter limits;

    @Inject
    public CreateBackup(KeyBackupStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Begins the backup.
     *
     * @return its version
     * @throws org.hirundo.domain.error.MatrixException when the request is not as it must be
     */
    public String create(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEY_BACKUP);
        var wanted = BackupVersion.parse(request);
        return store.create(requester.user(), wanted.algorithm(), wanted.authData())
                .version();
    }
}
