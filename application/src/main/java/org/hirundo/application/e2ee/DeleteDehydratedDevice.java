package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.DeviceId;

/**
 * A user removes their dehydrated device, with its keys and all that waits for it.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3814">MSC3814, dehydrated devices</a>
 */
@Singleton
public final class DeleteDehydratedDevice {

    private final GetDehydratedDevice getDehydratedDevice;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    DeleteDehydratedDevice(
            GetDehydratedDevice getDehydratedDevice, Committer committer, UserLocks locks, RateLimiter limits) {
        this.getDehydratedDevice = getDehydratedDevice;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Removes the device.
     *
     * @return its id
     * @throws NotFound when there is none
     */
    public DeviceId delete(Requester requester) {
        limits.spend(requester, Cost.KEYS);
        return locks.with(requester.user(), () -> {
            var device = getDehydratedDevice.get(requester).device();
            committer.commit(new DevicesRemoved(requester.user(), Set.of(device)));
            return device;
        });
    }
}
