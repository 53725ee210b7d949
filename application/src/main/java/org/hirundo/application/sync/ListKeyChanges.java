package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;

/**
 * Tells whose devices changed between two syncs.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3keyschanges">GET /keys/changes</a>
 */
@Singleton
public final class ListKeyChanges {

    private final DeviceSource devices;
    private final Stream stream;

    @Inject
    public ListKeyChanges(DeviceSource devices, Stream stream) {
        this.devices = devices;
        this.stream = stream;
    }

    /** Whose devices changed after the one and up to the other token, which is not believed to be beyond now. */
    public DeviceLists list(Requester requester, SyncToken from, SyncToken to) {
        var upTo = to.durable().isAfter(stream.position()) ? stream.position() : to.durable();
        return devices.between(requester.user(), from.durable(), upTo);
    }
}
