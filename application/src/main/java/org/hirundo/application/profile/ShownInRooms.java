package org.hirundo.application.profile;

import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** How users look to others: in the rooms they are in, and wherever else their name and picture are shown. */
@FunctionalInterface
public interface ShownInRooms {

    /**
     * Shows a user under a new name or with a new picture.
     *
     * @param profile the user's whole profile
     * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#events-on-change-of-profile-information">Events on change
     *     of profile information</a>
     */
    void update(UserId user, JsonObject profile);
}
