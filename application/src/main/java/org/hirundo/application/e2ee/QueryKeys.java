package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.appservice.ServiceKeys;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.e2ee.CrossSigningUsage;
import org.hirundo.domain.e2ee.KeyVisibility;
import org.hirundo.domain.e2ee.UserKeys;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * Somebody asks for the keys of users and their devices.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysquery">POST /keys/query</a>
 */
@Singleton
public final class QueryKeys {

    private final KnownKeys known;
    private final SessionStore sessions;
    private final ServiceKeys services;
    private final RateLimiter limits;
    private final Identity identity;

    @Inject
    QueryKeys(KnownKeys known, SessionStore sessions, ServiceKeys services, RateLimiter limits, Identity identity) {
        this.known = known;
        this.sessions = sessions;
        this.services = services;
        this.limits = limits;
        this.identity = identity;
    }

    /**
     * The keys that the requester may see.
     *
     * @param devices of each user of this server who was asked for, also of those who have none: so clients forget devices
     *     that are gone
     * @param crossSigning by usage and user; users without are absent
     * @param unreachable the servers of which nothing could be had
     */
    public record Keys(
            Map<UserId, Map<DeviceId, JsonObject>> devices,
            Map<CrossSigningUsage, Map<UserId, JsonObject>> crossSigning,
            Set<ServerName> unreachable) {}

    /**
     * The keys.
     *
     * @throws BadJson when the request is not as it must be
     */
    public Keys query(Requester requester, JsonObject request) {
        limits.spend(requester, Cost.KEYS);
        var wanted = parse(request);
        var unreachable = new HashSet<ServerName>();
        wanted.keySet().removeIf(user -> {
            if (!user.isLocalTo(identity.server())) {
                unreachable.add(user.server());
            }
            return !user.isLocalTo(identity.server());
        });
        var keys = new HashMap<>(known.of(wanted.keySet()));
        services.query(wanted).forEach((user, theirs) -> keys.merge(user, theirs, UserKeys::with));
        var names = wanted.isEmpty() ? Map.<UserId, List<Device>>of() : sessions.devices(wanted.keySet());
        var devices = new HashMap<UserId, Map<DeviceId, JsonObject>>();
        wanted.forEach((user, ids) -> {
            var owner = keys.getOrDefault(user, UserKeys.none(user));
            devices.put(user, devices(requester, owner, ids, names.getOrDefault(user, List.of())));
        });
        return new Keys(devices, crossSigning(requester, keys), unreachable);
    }

    private static Map<UserId, Set<DeviceId>> parse(JsonObject request) {
        var wanted = new HashMap<UserId, Set<DeviceId>>();
        new Body(request).requiredObject("device_keys").members().forEach((name, value) -> {
            var user = UserId.find(name).orElseThrow(() -> new BadJson("Keys are by user id, not by " + name));
            var devices = new HashSet<DeviceId>();
            Optional.of(value)
                    .filter(JsonArray.class::isInstance)
                    .flatMap(array -> ((JsonArray) array).strings())
                    .orElseThrow(() -> new BadJson("Devices are an array of device ids"))
                    .forEach(device -> devices.add(new DeviceId(device)));
            wanted.put(user, devices);
        });
        return wanted;
    }

    /** The wanted devices of a user, or all when none is named. */
    private static Map<DeviceId, JsonObject> devices(
            Requester viewer, UserKeys owner, Set<DeviceId> wanted, List<Device> sessions) {
        var names = new HashMap<DeviceId, String>();
        sessions.forEach(device -> device.displayName().ifPresent(name -> names.put(device.id(), name)));
        var shown = new HashMap<DeviceId, JsonObject>();
        owner.devices().forEach((device, key) -> {
            if (wanted.isEmpty() || wanted.contains(device)) {
                shown.put(
                        device,
                        KeyVisibility.shownDevice(
                                key, owner.user(), Optional.of(viewer.user()), Optional.ofNullable(names.get(device))));
            }
        });
        return shown;
    }

    private static Map<CrossSigningUsage, Map<UserId, JsonObject>> crossSigning(
            Requester requester, Map<UserId, UserKeys> keys) {
        var viewer = Optional.of(requester.user());
        var shown = new HashMap<CrossSigningUsage, Map<UserId, JsonObject>>();
        keys.forEach((owner, published) -> published.crossSigning().forEach((usage, key) -> {
            if (usage.isVisibleTo(viewer, owner)) {
                shown.computeIfAbsent(usage, any -> new HashMap<>())
                        .put(owner, KeyVisibility.shown(key, owner, viewer));
            }
        }));
        return shown;
    }
}
