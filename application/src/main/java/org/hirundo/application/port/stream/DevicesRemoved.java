package org.hirundo.application.port.stream;

import java.util.Set;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * Devices are gone with all that belongs to them: tokens, device keys, one-time and fallback keys, waiting messages, the
 * data of a dehydrated one, and the client transactions they sent. Others must query the user's keys again. Unknown devices are skipped.
 */
public record DevicesRemoved(UserId user, Set<DeviceId> devices) implements DurableChange {

    public DevicesRemoved {
        devices = Set.copyOf(devices);
    }
}
