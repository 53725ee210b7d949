package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;

/**
 * A user logs out of this session; its device is removed with all that belongs to it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3logout">POST /logout</a>
 */
@Singleton
public final class LogOut {

    private final Sessions sessions;

    @Inject
    public LogOut(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Ends the session. */
    public void logOut(Requester requester) {
        requester.refuseWithoutDevice();
        sessions.end(requester.user(), Set.of(requester.device()));
    }
}
