package org.hirundo.application.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;

/**
 * A user deletes a backup with all its keys.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3room_keysversionversion">DELETE
 *     /room_keys/version/{version}</a>
 */
@Singleton
public final class DeleteBackup {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final KeyBackupStore store;
    private final RateLimiter limits;

    @Inject
    public DeleteBackup(KeyBackupStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Deletes the backup. One that was deleted before is none the worse.
     *
     * @throws NotFound when there cannot have been one of this version
     */
    public void delete(Requester requester, String version) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEY_BACKUP);
        var user = requester.user();
        if (!store.delete(user, version) && !wasBefore(user, version)) {
            throw GetBackup.notFound();
        }
    }

    /** Versions are numbered, so those below the current one were there; when there is none, nobody knows any more. */
    private boolean wasBefore(UserId user, String version) {
        return NUMBER.matcher(version).matches()
                && store.current(user)
                        .map(current -> Long.parseLong(version) < Long.parseLong(current.version()))
                        .orElse(true);
    }
}
