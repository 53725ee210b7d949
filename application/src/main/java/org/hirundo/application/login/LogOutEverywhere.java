package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;

/**
 * A user logs out of all sessions, this one too; all devices are removed.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3logoutall">POST /logout/all</a>
 */
@Singleton
public final class LogOutEverywhere {

    private final Sessions sessions;

    @Inject
    public LogOutEverywhere(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Ends the sessions. */
    public void logOut(Requester requester) {
        sessions.endAllBut(requester.user(), Set.of());
    }
}
