package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.application.appservice.ServiceKeys;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * Somebody takes one-time keys of devices, to begin to write to them. Of users whom an application service has for itself the
 * service is asked for keys when this server has no one-time key; when it has none either, the fallback key is taken.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysclaim">POST /keys/claim</a>
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3983">MSC3983</a>
 */
@Singleton
public final class ClaimKeys {

    /** So many keys of one device and algorithm are taken at once. */
    private static final int MAX_OF_ONE = 10;

    private final OneTimeKeyStore store;
    private final ServiceKeys services;
    private final RateLimiter limits;
    private final Identity identity;

    @Inject
    ClaimKeys(OneTimeKeyStore store, ServiceKeys services, RateLimiter limits, Identity identity) {
        this.store = store;
        this.services = services;
        this.limits = limits;
        this.identity = identity;
    }

    /** How many keys of a device are asked for. */
    public enum Form {
        /** One of an algorithm. */
        ONE,
        /** As many as algorithms are named (MSC3983). */
        SEVERAL
    }

    /**
     * Keys that were taken.
     *
     * @param keys the keys for each claim; claims for which there was none are absent
     * @param unreachable the servers of which none could be had
     */
    public record Claimed(Map<Claim, List<OneTimeKey>> keys, Set<ServerName> unreachable) {}

    /**
     * Takes the keys; nobody else will ever get them, but for fallback keys.
     *
     * @throws BadJson when the request is not as it must be
     * @throws InvalidParam when too many keys of a device are wanted
     */
    public Claimed claim(Requester requester, JsonObject request, Form form) {
        limits.spend(requester, Cost.KEYS);
        var unreachable = new HashSet<ServerName>();
        var wanted = parse(request, form);
        wanted.keySet().removeIf(claim -> {
            boolean local = claim.user().isLocalTo(identity.server());
            if (!local) {
                unreachable.add(claim.user().server());
            }
            return !local;
        });
        var taken = new Taken(wanted);
        var ofServices = wanted.keySet().stream()
                .filter(claim -> services.haveOneTimeKeys(claim.user()))
                .collect(Collectors.toSet());
        take(taken, ofServices, store::claimOneTimeKeys);
        if (!taken.missing(ofServices).isEmpty()) {
            services.claim(taken.counts(ofServices)).forEach(taken::addAll);
        }
        take(taken, wanted.keySet(), store::claim);
        return new Claimed(taken.keys(), unreachable);
    }

    /** Takes one key for each of the claims after the other, until none is missing or there are no more. */
    private static void take(
            Taken taken, Collection<Claim> claims, Function<Set<Claim>, Map<Claim, OneTimeKey>> source) {
        var missing = taken.missing(claims);
        while (!missing.isEmpty() && taken.add(source.apply(missing))) {
            missing = taken.missing(claims);
        }
    }

    /** What has been taken of what is wanted; a fallback key, which comes again and again, counts once. */
    private static final class Taken {

        private final Map<Claim, Integer> wanted;
        private final Map<Claim, Map<KeyId, OneTimeKey>> keys = new HashMap<>();

        Taken(Map<Claim, Integer> wanted) {
            this.wanted = wanted;
        }

        private int missing(Claim claim) {
            return wanted.getOrDefault(claim, 0)
                    - keys.getOrDefault(claim, Map.of()).size();
        }

        Set<Claim> missing(Collection<Claim> claims) {
            return claims.stream().filter(claim -> missing(claim) > 0).collect(Collectors.toSet());
        }

        Map<Claim, Integer> counts(Collection<Claim> claims) {
            return missing(claims).stream().collect(Collectors.toMap(claim -> claim, this::missing));
        }

        /** Whether there was any that was not taken before, and more is wanted of its claim. */
        boolean add(Map<Claim, OneTimeKey> more) {
            boolean goesOn = false;
            for (var key : more.entrySet()) {
                goesOn |= addAll(key.getKey(), List.of(key.getValue())) && missing(key.getKey()) > 0;
            }
            return goesOn;
        }

        private boolean addAll(Claim claim, List<OneTimeKey> more) {
            var known = keys.computeIfAbsent(claim, _ -> new LinkedHashMap<>());
            boolean fresh = false;
            for (var key : more) {
                fresh |= known.putIfAbsent(key.id(), key) == null;
            }
            return fresh;
        }

        Map<Claim, List<OneTimeKey>> keys() {
            var lists = new HashMap<Claim, List<OneTimeKey>>();
            keys.forEach((claim, found) -> lists.put(claim, List.copyOf(found.values())));
            return lists;
        }
    }

    private static Map<Claim, Integer> parse(JsonObject request, Form form) {
        var claims = new LinkedHashMap<Claim, Integer>();
        new Body(request).requiredObject("one_time_keys").members().forEach((name, value) -> {
            var user = UserId.find(name).orElseThrow(() -> new BadJson("Claims are by user id, not by " + name));
            if (!(value instanceof JsonObject devices)) {
                throw new BadJson("Claims are an object by device id");
            }
            devices.members().forEach((device, wanted) -> algorithms(wanted, form)
                    .forEach(algorithm ->
                            claims.merge(new Claim(user, new DeviceId(device), algorithm), 1, Integer::sum)));
        });
        if (claims.values().stream().anyMatch(count -> count > MAX_OF_ONE)) {
            throw new InvalidParam("At most " + MAX_OF_ONE + " keys of one device are claimed at once");
        }
        return claims;
    }

    private static List<String> algorithms(JsonValue wanted, Form form) {
        return switch (form) {
            case ONE -> {
                if (!(wanted instanceof JsonString(var algorithm))) {
                    throw new BadJson("The algorithm of a claim is a string");
                }
                yield List.of(algorithm);
            }
            case SEVERAL -> {
                if (!(wanted instanceof JsonArray algorithms)) {
                    throw new BadJson("The algorithms of a claim are an array of strings");
                }
                yield algorithms
                        .strings()
                        .orElseThrow(() -> new BadJson("The algorithms of a claim are an array of strings"));
            }
        };
    }
}
