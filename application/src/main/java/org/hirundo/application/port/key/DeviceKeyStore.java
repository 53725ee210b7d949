package org.hirundo.application.port.key;

import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Identity keys of devices and cross-signing keys of users, written with {@link
 * org.hirundo.application.port.stream.DeviceKeysChange}.
 */
public interface DeviceKeyStore {

    /** All device keys of the users; users without are absent. One read for any number of users. */
    Map<UserId, Map<DeviceId, JsonObject>> deviceKeys(Set<UserId> users);

    /** The cross-signing keys of the users by usage; users without are absent. One read for any number of users. */
    Map<UserId, Map<String, JsonObject>> crossSigningKeys(Set<UserId> users);

    /** The users whose devices or keys changed after the one and at or before the other position. */
    Set<UserId> changed(StreamPosition after, StreamPosition upTo);
}
