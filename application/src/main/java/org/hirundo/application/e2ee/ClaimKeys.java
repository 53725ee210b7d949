package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;

/**
 * Somebody takes one-time keys of devices, to begin to write to them.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysclaim">POST /keys/claim</a>
 */
@Singleton
public final class ClaimKeys {

    private final OneTimeKeyStore store;
    private final RateLimiter limits;
    private final Identity identity;

    @Inject
    public ClaimKeys(OneTimeKeyStore store, RateLimiter limits, Identity identity) {
        this.store = store;
        this.limits = limits;
        this.identity = identity;
    }

    /**
     * Keys that were taken.
     *
     * @param keys a key for each claim; claims for which there was none are absent
     * @param unreachable the servers of which none could be had
     */
    public record Claimed(Map<Claim, OneTimeKey> keys, Set<ServerName> unreachable) {}

    /**
     * Takes the keys; nobody else will ever get them, but for fallback keys.
     *
     * @throws BadJson when the request is not as it must be
     */
    public Claimed claim(Requester requester, JsonObject request) {
        limits.spend(requester, Cost.KEYS);
        var local = new HashSet<Claim>();
        var unreachable = new HashSet<ServerName>();
        for (var claim : parse(request)) {
            if (claim.user().isLocalTo(identity.server())) {
                local.add(claim);
            } else {
                unreachable.add(claim.user().server());
            }
        }
        return new Claimed(local.isEmpty() ? Map.of() : store.claim(local), unreachable);
    }

    private static Set<Claim> parse(JsonObject request) {
        var claims = new HashSet<Claim>();
        new Body(request).requiredObject("one_time_keys").members().forEach((name, value) -> {
            var user = UserId.find(name).orElseThrow(() -> new BadJson("Claims are by user id, not by " + name));
            if (!(value instanceof JsonObject devices)) {
                throw new BadJson("Claims are an object by device id");
            }
            devices.members().forEach((device, algorithm) -> {
                if (!(algorithm instanceof JsonString(var text))) {
                    throw new BadJson("The algorithm of a claim is a string");
                }
                claims.add(new Claim(user, new DeviceId(device), text));
            });
        });
        return claims;
    }
}
