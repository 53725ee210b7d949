package org.hirundo.application.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;

/**
 * A user asks about a backup.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3room_keysversion">GET
 *     /room_keys/version</a>
 */
@Singleton
public final class GetBackup {

    private final KeyBackupStore store;
    private final RateLimiter limits;

    @Inject
    public GetBackup(KeyBackupStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * The backup.
     *
     * @param version empty for the current one
     * @throws NotFound when there is none
     */
    public KeyBackupStore.BackupVersion get(Requester requester, Optional<String> version) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEY_BACKUP);
        var user = requester.user();
        return version.map(wanted -> store.version(user, wanted))
                .orElseGet(() -> store.current(user))
                .orElseThrow(GetBackup::notFound);
    }

    static NotFound notFound() {
        return new NotFound("No such backup");
    }
}
