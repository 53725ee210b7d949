package org.hirundo.application.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;

/**
 * Whether the account of a user is locked or suspended.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1adminlockuserid">GET
 *     /admin/lock/{userId}</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1adminsuspenduserid">GET
 *     /admin/suspend/{userId}</a>
 */
@Singleton
public final class GetModeration {

    private final Moderated moderated;

    @Inject
    GetModeration(Moderated moderated) {
        this.moderated = moderated;
    }

    /** How an account is moderated. */
    public record Moderation(boolean locked, boolean suspended) {}

    /**
     * How the account is moderated.
     *
     * @throws org.hirundo.domain.error.MatrixException when the requester may not know, or there is no such account
     */
    public Moderation get(Requester requester, UserId user) {
        var account = moderated.find(requester, user);
        return new Moderation(account.locked(), account.suspended());
    }
}
