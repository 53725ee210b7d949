package org.hirundo.application.device;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DehydratedDeviceStore.Dehydrated;
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
    private final DehydratedDeviceStore dehydrated;

    @Inject
    public ListDevices(SessionStore sessions, DehydratedDeviceStore dehydrated) {
        this.sessions = sessions;
        this.dehydrated = dehydrated;
    }

    /** The devices on which the requester is signed in, in the order of their ids: a dehydrated one is none of them. */
    public List<Device> list(Requester requester) {
        var asleep = dehydrated.find(requester.user()).map(Dehydrated::device);
        return sessions.devices(requester.user()).stream()
                .filter(device -> asleep.filter(device.id()::equals).isEmpty())
                .toList();
    }
}
