package org.hirundo.application.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.UserId;

/**
 * The sessions of a user, for themselves and for administrators.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3adminwhoisuserid">GET
 *     /admin/whois/{userId}</a>
 */
@Singleton
public final class WhoIs {

    private final SessionStore sessions;

    @Inject
    public WhoIs(SessionStore sessions) {
        this.sessions = sessions;
    }

    /**
     * The user's devices; each has one session.
     *
     * @throws Forbidden when it is another user and the requester is no administrator
     */
    public List<Device> devices(Requester requester, UserId user) {
        if (!requester.admin()) {
            requester.refuseUnlessSelf(user);
        }
        return sessions.devices(user);
    }
}
