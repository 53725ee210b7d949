package org.hirundo.application.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hirundo.application.appservice.ServiceQueries.Question;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.ServiceFailure;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.e2ee.CrossSigningKey;
import org.hirundo.domain.e2ee.CrossSigningUsage;
import org.hirundo.domain.e2ee.DeviceKeys;
import org.hirundo.domain.e2ee.OneTimeKey;
import org.hirundo.domain.e2ee.UserKeys;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * The keys of users whom application services have for themselves, as these services keep them (MSC3983, MSC3984). What a service
 * says of others does not count, nor do keys that could not have been uploaded. A service that does not know the question is not
 * asked it for a while, so that who wants keys need not wait for its answer each time.
 */
@Singleton
public final class ServiceKeys {

    private static final Duration PAUSE_WHEN_UNKNOWN = Duration.ofHours(1);
    private static final Duration PAUSE_WHEN_FAILED = Duration.ofMinutes(1);

    private final Appservices services;
    private final ServiceQueries queries;
    private final AppserviceGateway gateway;
    private final InstantSource clock;

    /** Until when services are not asked something. */
    private final Map<Silence, Instant> silences = new ConcurrentHashMap<>();

    private enum Subject {
        ONE_TIME_KEYS,
        PUBLISHED_KEYS
    }

    private record Silence(String service, Subject subject) {}

    @Inject
    ServiceKeys(Appservices services, ServiceQueries queries, AppserviceGateway gateway, InstantSource clock) {
        this.services = services;
        this.queries = queries;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Whether a service can be asked for one-time keys of the user, now. */
    public boolean haveOneTimeKeys(UserId user) {
        return services.all().stream()
                .anyMatch(service -> service.url().isPresent()
                        && service.reserves(user)
                        && !isSilent(service, Subject.ONE_TIME_KEYS));
    }

    /**
     * One-time keys; claims for which services have none are absent. That none is handed out twice, the services see to.
     *
     * @param wanted how many of each
     */
    public Map<Claim, List<OneTimeKeyStore.OneTimeKey>> claim(Map<Claim, Integer> wanted) {
        var claimed = new HashMap<Claim, List<OneTimeKeyStore.OneTimeKey>>();
        for (var answer : ask(
                Subject.ONE_TIME_KEYS,
                service -> wanted.keySet().stream().anyMatch(claim -> service.reserves(claim.user())),
                service ->
                        gateway.claimKeys(service, claims(service, wanted)).map(keys -> new Answer(service, keys)))) {
            wanted.forEach((claim, count) -> {
                if (answer.service().reserves(claim.user())) {
                    var found = oneTimeKeys(answer.keys(), claim, count);
                    if (!found.isEmpty()) {
                        claimed.putIfAbsent(claim, found);
                    }
                }
            });
        }
        return claimed;
    }

    /**
     * What services say of the published keys of users, of whom those without are absent.
     *
     * @param wanted the wanted devices of each; all of them when there is none
     */
    public Map<UserId, UserKeys> query(Map<UserId, Set<DeviceId>> wanted) {
        var found = new HashMap<UserId, UserKeys>();
        for (var answer : ask(
                Subject.PUBLISHED_KEYS,
                service -> wanted.keySet().stream().anyMatch(service::reserves),
                service -> gateway.queryKeys(service, query(service, wanted)).map(keys -> new Answer(service, keys)))) {
            wanted.keySet().stream()
                    .filter(answer.service()::reserves)
                    .map(user -> published(answer.keys(), user))
                    .filter(keys -> !keys.isEmpty())
                    .forEach(keys -> found.putIfAbsent(keys.user(), keys));
        }
        return found;
    }

    private record Answer(Registration service, JsonObject keys) {}

    private List<Answer> ask(Subject subject, Predicate<Registration> meant, Question<Answer> question) {
        return queries.ask(service -> meant.test(service) && !isSilent(service, subject), service -> {
            try {
                var answer = question.ask(service);
                if (answer.isEmpty()) {
                    silence(service, subject, PAUSE_WHEN_UNKNOWN);
                }
                return answer;
            } catch (ServiceFailure failure) {
                silence(service, subject, PAUSE_WHEN_FAILED);
                throw failure;
            }
        });
    }

    private void silence(Registration service, Subject subject, Duration pause) {
        silences.put(new Silence(service.id(), subject), clock.instant().plus(pause));
    }

    private boolean isSilent(Registration service, Subject subject) {
        return Optional.ofNullable(silences.get(new Silence(service.id(), subject)))
                .filter(until -> clock.instant().isBefore(until))
                .isPresent();
    }

    private static JsonObject claims(Registration service, Map<Claim, Integer> wanted) {
        var byUser = new LinkedHashMap<UserId, Map<DeviceId, List<String>>>();
        wanted.forEach((claim, count) -> {
            if (service.reserves(claim.user())) {
                byUser.computeIfAbsent(claim.user(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(claim.device(), _ -> new ArrayList<>())
                        .addAll(Collections.nCopies(count, claim.algorithm()));
            }
        });
        var body = JsonObject.builder();
        byUser.forEach((user, devices) -> {
            var algorithms = JsonObject.builder();
            devices.forEach((device, names) -> algorithms.put(device.value(), JsonArray.ofStrings(names)));
            body.put(user.toString(), algorithms.build());
        });
        return body.build();
    }

    private static List<OneTimeKeyStore.OneTimeKey> oneTimeKeys(JsonObject answer, Claim claim, int count) {
        return of(answer, claim.user(), claim.device()).members().entrySet().stream()
                .flatMap(key ->
                        accepted(() -> OneTimeKey.parse(key.getKey(), key.getValue(), claim.user(), claim.device()))
                                .stream())
                .filter(key -> key.id().algorithm().equals(claim.algorithm()))
                .limit(count)
                .map(key -> new OneTimeKeyStore.OneTimeKey(key.id(), key.key()))
                .toList();
    }

    private static JsonObject of(JsonObject byUser, UserId user, DeviceId device) {
        return byUser.object(user.toString())
                .flatMap(devices -> devices.object(device.value()))
                .orElse(JsonObject.EMPTY);
    }

    private static JsonObject query(Registration service, Map<UserId, Set<DeviceId>> wanted) {
        var body = JsonObject.builder();
        wanted.forEach((user, devices) -> {
            if (service.reserves(user)) {
                body.put(user.toString(), JsonArray.ofStrings(devices));
            }
        });
        return body.build();
    }

    private static UserKeys published(JsonObject answer, UserId user) {
        var devices = new HashMap<DeviceId, JsonObject>();
        member(answer, "device_keys", user).members().forEach((name, value) -> {
            if (value instanceof JsonObject keys) {
                var device = new DeviceId(name);
                accepted(() -> DeviceKeys.parse(keys, user, device))
                        .ifPresent(good -> devices.put(device, good.json()));
            }
        });
        var crossSigning = new EnumMap<CrossSigningUsage, JsonObject>(CrossSigningUsage.class);
        for (var usage : CrossSigningUsage.values()) {
            var key = member(answer, usage + "_keys", user);
            accepted(() -> CrossSigningKey.parse(key, user, usage))
                    .ifPresent(good -> crossSigning.put(usage, good.json()));
        }
        return new UserKeys(user, devices, crossSigning);
    }

    private static JsonObject member(JsonObject answer, String name, UserId user) {
        return answer.object(name)
                .flatMap(users -> users.object(user.toString()))
                .orElse(JsonObject.EMPTY);
    }

    /** What the service says, if a client could have said it. */
    private static <T> Optional<T> accepted(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (MatrixException refused) {
            return Optional.empty();
        }
    }
}
