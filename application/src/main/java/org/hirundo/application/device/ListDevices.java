package org.hirundo.application.device;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.session.Requester;

/**
 * The devices of a user.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devices">GET /devices</a>
 */
@Singleton
public final class ListDevices {

    private final SessionStore sessions;

    @Inject
    public ListDevices(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** The requester's devices, in the order of their ids. */
    public List<Device> list(Requester requester) {
        return sessions.devices(requester.user());
    }
}
