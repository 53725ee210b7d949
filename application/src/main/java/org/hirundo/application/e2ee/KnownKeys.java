package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.domain.e2ee.CrossSigningUsage;
import org.hirundo.domain.e2ee.UserKeys;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** The published keys that this server has. */
@Singleton
final class KnownKeys {

    private final DeviceKeyStore store;

    @Inject
    KnownKeys(DeviceKeyStore store) {
        this.store = store;
    }

    /** The keys of each of the users; those of a user who published nothing are empty. */
    Map<UserId, UserKeys> of(Set<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        var devices = store.deviceKeys(users);
        var crossSigning = store.crossSigningKeys(users);
        var known = new HashMap<UserId, UserKeys>();
        for (var user : users) {
            known.put(
                    user,
                    new UserKeys(
                            user,
                            devices.getOrDefault(user, Map.of()),
                            byUsage(crossSigning.getOrDefault(user, Map.of()))));
        }
        return known;
    }

    /** The keys of one user. */
    UserKeys of(UserId user) {
        return of(Set.of(user)).getOrDefault(user, UserKeys.none(user));
    }

    private static Map<CrossSigningUsage, JsonObject> byUsage(Map<String, JsonObject> byName) {
        var keys = new EnumMap<CrossSigningUsage, JsonObject>(CrossSigningUsage.class);
        byName.forEach((name, key) -> CrossSigningUsage.of(name).ifPresent(usage -> keys.put(usage, key)));
        return keys;
    }

    /** Keys by the names of their usages, as they are stored. */
    static Map<String, JsonObject> byName(Map<CrossSigningUsage, JsonObject> keys) {
        var byName = new HashMap<String, JsonObject>();
        keys.forEach((usage, key) -> byName.put(usage.toString(), key));
        return byName;
    }
}
