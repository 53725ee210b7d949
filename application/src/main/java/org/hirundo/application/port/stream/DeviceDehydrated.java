package org.hirundo.application.port.stream;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.e2ee.OneTimeKey;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user has a dehydrated device: one without tokens, which messages are sent to and whose keys are claimed like those of any other.
 * It takes the place of all that belonged to a device of this id before, as {@link DevicesRemoved} takes it away, and with it again
 * it goes. A user has one such device: data of another one is replaced, but not the device, which has to be removed.
 *
 * @param data what the client that wakes the device needs
 * @param deviceKeys the whole device keys object
 * @param oneTimeKeys in the order in which they are to be claimed
 */
public record DeviceDehydrated(
        UserId user,
        DeviceId device,
        Optional<String> displayName,
        JsonObject data,
        JsonObject deviceKeys,
        List<OneTimeKey> oneTimeKeys,
        List<OneTimeKey> fallbackKeys)
        implements DurableChange {

    public DeviceDehydrated {
        oneTimeKeys = List.copyOf(oneTimeKeys);
        fallbackKeys = List.copyOf(fallbackKeys);
    }

    /** What goes before the device comes: all that belongs to one of its id. */
    public DevicesRemoved predecessor() {
        return new DevicesRemoved(user, Set.of(device));
    }
}
