package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.push.PushRuleset;

/**
 * A user reads the push rules.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3pushrules">GET /pushrules/</a>
 */
@Singleton
public final class GetPushRules {

    private final UserSettings settings;

    @Inject
    public GetPushRules(UserSettings settings) {
        this.settings = settings;
    }

    /** All rules of the requester. */
    public PushRuleset get(Requester requester) {
        requester.refuseGuest();
        return settings.pushRules(requester.user());
    }
}
