package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DehydratedDeviceStore.Dehydrated;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.e2ee.CrossSigningKey;
import org.hirundo.domain.e2ee.DehydratedDeviceUpload;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user leaves a dehydrated device with the server, so that messages reach them while they are signed in nowhere. It takes the place
 * of the one they left before.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3814">MSC3814, dehydrated devices</a>
 */
@Singleton
public final class DehydrateDevice {

    private final DehydratedDeviceStore dehydrated;
    private final SessionStore sessions;
    private final KnownKeys known;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    DehydrateDevice(
            DehydratedDeviceStore dehydrated,
            SessionStore sessions,
            KnownKeys known,
            Committer committer,
            UserLocks locks,
            RateLimiter limits) {
        this.dehydrated = dehydrated;
        this.sessions = sessions;
        this.known = known;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Keeps the device in the request.
     *
     * @return its id
     * @throws InvalidParam when the user is signed in on a device of this id
     * @throws org.hirundo.domain.error.MatrixException when something in the request is not as it must be
     */
    public DeviceId dehydrate(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEYS);
        var user = requester.user();
        var upload = DehydratedDeviceUpload.parse(request, user, crossSigningKeys(user));
        locks.with(user, () -> {
            var before = dehydrated.find(user).map(Dehydrated::device);
            if (!before.equals(Optional.of(upload.device()))) {
                if (sessions.device(user, upload.device()).isPresent()) {
                    throw new InvalidParam("There is a device of this id on which the user is signed in");
                }
                before.ifPresent(device -> committer.commit(new DevicesRemoved(user, Set.of(device))));
            }
            committer.commit(new DeviceDehydrated(
                    user,
                    upload.device(),
                    upload.displayName(),
                    upload.data(),
                    upload.deviceKeys().json(),
                    upload.oneTimeKeys(),
                    upload.fallbackKeys()));
        });
        return upload.device();
    }

    private Set<String> crossSigningKeys(UserId user) {
        return known.of(user).crossSigning().entrySet().stream()
                .map(key -> CrossSigningKey.parse(key.getValue(), user, key.getKey())
                        .publicKey())
                .collect(Collectors.toSet());
    }
}
