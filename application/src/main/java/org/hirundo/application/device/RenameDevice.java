package org.hirundo.application.device;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.device.DeviceName;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user names a device; an application service creates one so, too. Others see the name along with the device's keys, so they
 * are told to look again.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3devicesdeviceid">PUT
 *     /devices/{deviceId}</a>
 */
@Singleton
public final class RenameDevice {

    private final SessionStore sessions;
    private final DeviceKeyStore keys;
    private final Committer committer;
    private final Sessions newDevices;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    public RenameDevice(
            SessionStore sessions,
            DeviceKeyStore keys,
            Committer committer,
            Sessions newDevices,
            UserLocks locks,
            RateLimiter limits) {
        this.sessions = sessions;
        this.keys = keys;
        this.newDevices = newDevices;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Gives the device the name in the request, or leaves it as it is when there is none.
     *
     * @return whether the device is new
     * @throws NotFound when the requester has no device of this id, and is no application service
     */
    public boolean rename(Requester requester, DeviceId device, JsonObject request) {
        limits.spend(requester, Cost.SETTINGS);
        var user = requester.user();
        var name = new Body(request).string("display_name").map(DeviceName::check);
        if (requester.askingService().isPresent() && newDevices.add(user, device, name)) {
            return true;
        }
        var known = sessions.device(user, device).orElseThrow(GetDevice::notFound);
        if (name.isEmpty() || name.equals(known.displayName())) {
            return false;
        }
        locks.with(user, () -> {
            if (!sessions.rename(user, device, name)) {
                throw GetDevice.notFound();
            }
            publishedKeys(user, device)
                    .ifPresent(published ->
                            committer.commit(new DeviceKeysChange(user, Map.of(device, published), Map.of())));
        });
        return false;
    }

    private Optional<JsonObject> publishedKeys(UserId user, DeviceId device) {
        return Optional.ofNullable(
                keys.deviceKeys(Set.of(user)).getOrDefault(user, Map.of()).get(device));
    }
}
