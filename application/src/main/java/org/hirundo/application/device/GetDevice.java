package org.hirundo.application.device;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.DeviceId;

/**
 * One device of a user.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devicesdeviceid">GET
 *     /devices/{deviceId}</a>
 */
@Singleton
public final class GetDevice {

    private final SessionStore sessions;

    @Inject
    public GetDevice(SessionStore sessions) {
        this.sessions = sessions;
    }

    /**
     * The device.
     *
     * @throws NotFound when the requester has none of this id
     */
    public Device get(Requester requester, DeviceId device) {
        return sessions.device(requester.user(), device).orElseThrow(GetDevice::notFound);
    }

    static NotFound notFound() {
        return new NotFound("No such device");
    }
}
