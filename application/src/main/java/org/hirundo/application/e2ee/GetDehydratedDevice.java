package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DehydratedDeviceStore.Dehydrated;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;

/**
 * A user looks for the dehydrated device that they left with the server.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3814">MSC3814, dehydrated devices</a>
 */
@Singleton
public final class GetDehydratedDevice {

    private final DehydratedDeviceStore dehydrated;

    @Inject
    GetDehydratedDevice(DehydratedDeviceStore dehydrated) {
        this.dehydrated = dehydrated;
    }

    /**
     * The requester's own dehydrated device.
     *
     * @throws NotFound when there is none
     */
    public Dehydrated get(Requester requester) {
        requester.refuseGuest();
        return dehydrated.find(requester.user()).orElseThrow(() -> new NotFound("There is no dehydrated device"));
    }
}
