package org.hirundo.application.port.key;

import java.util.Optional;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Which device of a user is dehydrated, written with {@link org.hirundo.application.port.stream.DeviceDehydrated} and removed with
 * {@link org.hirundo.application.port.stream.DevicesRemoved}.
 */
public interface DehydratedDeviceStore {

    /** A dehydrated device and what the client that wakes it needs. */
    record Dehydrated(DeviceId device, JsonObject data) {}

    /** The user's dehydrated device, or empty. */
    Optional<Dehydrated> find(UserId user);
}
