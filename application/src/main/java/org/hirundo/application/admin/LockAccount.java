package org.hirundo.application.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;

/**
 * An administrator locks or unlocks the account of a user.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv1adminlockuserid">PUT
 *     /admin/lock/{userId}</a>
 */
@Singleton
public final class LockAccount {

    private final Moderated moderated;

    @Inject
    LockAccount(Moderated moderated) {
        this.moderated = moderated;
    }

    /**
     * Sets whether the account is locked; the user's sessions know at once.
     *
     * @throws org.hirundo.domain.error.MatrixException when the requester may not, or there is no such account
     */
    public void lock(Requester requester, UserId user, boolean locked) {
        moderated.change(requester, user, account -> account.withLocked(locked));
    }
}
