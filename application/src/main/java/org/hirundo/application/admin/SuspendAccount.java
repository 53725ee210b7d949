package org.hirundo.application.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;

/**
 * An administrator suspends or unsuspends the account of a user.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv1adminsuspenduserid">PUT
 *     /admin/suspend/{userId}</a>
 */
@Singleton
public final class SuspendAccount {

    private final Moderated moderated;

    @Inject
    SuspendAccount(Moderated moderated) {
        this.moderated = moderated;
    }

    /**
     * Sets whether the account is suspended; the user's sessions know at once.
     *
     * @throws org.hirundo.domain.error.MatrixException when the requester may not, or there is no such account
     */
    public void suspend(Requester requester, UserId user, boolean suspended) {
        moderated.change(requester, user, account -> account.withSuspended(suspended));
    }
}
