package org.hirundo.application.device;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user removes devices, which ends their sessions. It takes more than an access token, so that a thief of one cannot keep
 * the user out.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3devicesdeviceid">DELETE
 *     /devices/{deviceId}</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3delete_devices">POST
 *     /delete_devices</a>
 */
@Singleton
public final class DeleteDevices {

    private final InteractiveAuth auth;
    private final Sessions sessions;
    private final RateLimiter limits;

    @Inject
    public DeleteDevices(InteractiveAuth auth, Sessions sessions, RateLimiter limits) {
        this.auth = auth;
        this.sessions = sessions;
        this.limits = limits;
    }

    /**
     * Removes the devices; those that are not there are none the worse.
     *
     * @param request the body of the request, for the authentication in it
     * @throws org.hirundo.domain.error.InteractiveAuthRequired when a stage is still to be done
     */
    public void delete(Requester requester, Set<DeviceId> devices, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SETTINGS);
        if (requester.kind() != Requester.Kind.APPSERVICE) {
            auth.authorise(new InteractiveAuth.Operation(
                    operation(devices), Optional.of(requester.user()), request, Flows.OF_PASSWORD));
        }
        sessions.end(requester.user(), devices);
    }

    /** A short name for the set, however many there are. */
    private static String operation(Set<DeviceId> devices) {
        var ids = devices.stream().map(DeviceId::value).sorted().collect(Collectors.joining("\0"));
        return "delete devices " + UnpaddedBase64.encode(Hashes.sha256(ids.getBytes(StandardCharsets.UTF_8)));
    }
}
