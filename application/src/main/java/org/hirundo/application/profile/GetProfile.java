package org.hirundo.application.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.appservice.ServiceQueries;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * The profile of a user; everybody may see it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3profileuserid">GET /profile/{userId}</a>
 */
@Singleton
public final class GetProfile {

    private final ServiceQueries services;
    private final AccountStore accounts;
    private final ProfileStore profiles;

    @Inject
    public GetProfile(ServiceQueries services, AccountStore accounts, ProfileStore profiles) {
        this.services = services;
        this.accounts = accounts;
        this.profiles = profiles;
    }

    /**
     * The profile; empty when the user never said anything. An application service may make a user of its namespace while that one
     * is asked for.
     *
     * @throws NotFound when there is no such user
     */
    public JsonObject get(UserId user) {
        return profiles.find(user).orElseGet(() -> {
            services.seek(user);
            if (accounts.find(user).isEmpty()) {
                throw new NotFound("User not found");
            }
            return profiles.find(user).orElse(JsonObject.EMPTY);
        });
    }
}
