package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.SessionConfig;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.request.Body;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.device.DeviceIds;
import org.hirundo.domain.device.DeviceName;
import org.hirundo.domain.e2ee.CrossSigningKey;
import org.hirundo.domain.e2ee.CrossSigningUsage;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/** Begins, prolongs and ends the sessions of users; whether they may have one, the callers have decided. */
@Singleton
public final class Sessions {

    private final SessionStore store;
    private final DeviceKeyStore deviceKeys;
    private final DehydratedDeviceStore dehydrated;
    private final Committer committer;
    private final LocalNotificationSettings localSettings;
    private final TokenCache known;
    private final SessionConfig config;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    public Sessions(
            SessionStore store,
            DeviceKeyStore deviceKeys,
            DehydratedDeviceStore dehydrated,
            Committer committer,
            LocalNotificationSettings localSettings,
            TokenCache known,
            SessionConfig config,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.deviceKeys = deviceKeys;
        this.dehydrated = dehydrated;
        this.committer = committer;
        this.localSettings = localSettings;
        this.known = known;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * How a client wants to be signed in.
     *
     * @param device the device that it is, empty for a new one
     * @param displayName the name of the device when it is new
     * @param refreshes whether the client can exchange refresh tokens
     */
    public record Wanted(Optional<String> device, Optional<String> displayName, boolean refreshes, String address) {

        /** What the body of a login or a registration says of it. */
        public static Wanted read(Body body, String address) {
            return new Wanted(
                    body.string("device_id"),
                    body.string("initial_device_display_name"),
                    body.bool("refresh_token").orElse(false),
                    address);
        }
    }

    /** Tokens for a device, to be shown once and never again. */
    public record Tokens(SecretToken access, Optional<SecretToken> refresh, Optional<Duration> expiresIn) {}

    /** A session that began. */
    public record Opened(UserId user, DeviceId device, Tokens tokens) {}

    /**
     * Signs the user in. A device that is known loses the tokens it had.
     *
     * @throws org.hirundo.domain.error.MatrixException when the device cannot have this id or name
     */
    public Opened open(UserId user, Wanted wanted) {
        var device = wanted.device().map(id -> chosen(user, id)).orElseGet(() -> DeviceIds.generate(random));
        var now = clock.instant();
        var issued = issue(user, device, wanted.refreshes(), now);
        store.signIn(
                new Device(
                        user,
                        device,
                        wanted.displayName().map(DeviceName::check),
                        Optional.of(now),
                        Optional.of(wanted.address())),
                issued.access(),
                issued.refresh());
        known.forget(user);
        return new Opened(user, device, issued.tokens());
    }

    private DeviceId chosen(UserId user, String id) {
        var device = DeviceIds.choose(id, crossSigningKeys(user));
        if (dehydrated.find(user).filter(known -> known.device().equals(device)).isPresent()) {
            throw new Forbidden("The device is dehydrated, so nobody can be signed in on it");
        }
        return device;
    }

    /**
     * Gives the user a device without any token, for an application service to act with.
     *
     * @return false, and nothing is changed, when the user has it
     * @throws org.hirundo.domain.error.MatrixException when the device cannot have this id
     */
    public boolean add(UserId user, DeviceId device, Optional<String> displayName) {
        var id = chosen(user, device.value());
        return store.add(new Device(user, id, displayName, Optional.empty(), Optional.empty()));
    }

    private Set<String> crossSigningKeys(UserId user) {
        var keys = new HashSet<String>();
        deviceKeys.crossSigningKeys(Set.of(user)).getOrDefault(user, Map.of()).forEach((name, key) -> {
            CrossSigningUsage.of(name)
                    .map(usage -> CrossSigningKey.parse(key, user, usage).publicKey())
                    .ifPresent(keys::add);
        });
        return keys;
    }

    /**
     * Exchanges a refresh token.
     *
     * @throws UnknownToken when it gives nothing, with soft logout when it merely expired
     */
    public Tokens exchange(RefreshGrant used) {
        var now = clock.instant();
        if (used.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            throw new UnknownToken(true);
        }
        var issued = issue(used.user(), used.device(), true, now);
        if (!store.exchange(
                used.refreshToken(), issued.access(), issued.refresh().orElseThrow())) {
            throw new UnknownToken(false);
        }
        known.forget(used.user());
        return issued.tokens();
    }

    private record Issued(Tokens tokens, AccessGrant access, Optional<RefreshGrant> refresh) {}

    private Issued issue(UserId user, DeviceId device, boolean refreshes, Instant now) {
        var access = SecretToken.generate(SecretToken.Kind.ACCESS, random);
        var refresh = refreshes
                ? Optional.of(SecretToken.generate(SecretToken.Kind.REFRESH, random))
                : Optional.<SecretToken>empty();
        var expiresIn = refreshes ? Optional.of(config.refreshableTokenLifetime()) : config.tokenLifetime();
        return new Issued(
                new Tokens(access, refresh, expiresIn),
                new AccessGrant(new TokenHash(access.hash()), user, device, expiresIn.map(now::plus)),
                refresh.map(token -> new RefreshGrant(
                        new TokenHash(token.hash()),
                        user,
                        device,
                        config.refreshTokenLifetime().map(now::plus))));
    }

    /** Ends the sessions of the devices, and removes all that belongs to them. */
    public void end(UserId user, Collection<DeviceId> devices) {
        if (!devices.isEmpty()) {
            committer.commit(new DevicesRemoved(user, Set.copyOf(devices)));
            localSettings.delete(user, devices);
        }
    }

    /** Ends all sessions of the user but those of the devices named. */
    public void endAllBut(UserId user, Set<DeviceId> kept) {
        var devices = new HashSet<DeviceId>();
        store.devices(user).forEach(device -> devices.add(device.id()));
        devices.removeAll(kept);
        end(user, devices);
    }
}
