package org.hirundo.application.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.profile.ProfileField;
import org.hirundo.domain.profile.Profiles;

/**
 * A user removes a field of the profile.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3profileuseridkeyname">DELETE
 *     /profile/{userId}/{keyName}</a>
 */
@Singleton
public final class DeleteProfileField {

    private final ProfileChanges changes;

    @Inject
    DeleteProfileField(ProfileChanges changes) {
        this.changes = changes;
    }

    /**
     * Removes the field, if it is there.
     *
     * @throws org.hirundo.domain.error.MatrixException when the requester may not
     */
    public void delete(Requester requester, UserId user, ProfileField field) {
        changes.change(requester, user, field, profile -> Profiles.remove(profile, field));
    }
}
