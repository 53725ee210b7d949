package org.hirundo.application.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;
import org.hirundo.domain.profile.Profiles;

/**
 * A user sets a field of the profile.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3profileuseridkeyname">PUT
 *     /profile/{userId}/{keyName}</a>
 */
@Singleton
public final class SetProfileField {

    private final ProfileChanges changes;

    @Inject
    SetProfileField(ProfileChanges changes) {
        this.changes = changes;
    }

    /**
     * Sets the field to what the request's body says, an object with the field and nothing else.
     *
     * @throws org.hirundo.domain.error.MatrixException when the requester may not, or the value is none for the field
     */
    public void set(Requester requester, UserId user, ProfileField field, JsonObject request) {
        changes.change(requester, user, field, profile -> Profiles.set(profile, field, request));
    }
}
