package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.e2ee.CrossSigningUpload;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user publishes cross-signing keys. The first ones are published freely; to replace them takes more than an access token.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysdevice_signingupload">POST
 *     /keys/device_signing/upload</a>
 */
@Singleton
public final class UploadCrossSigningKeys {

    private final KnownKeys known;
    private final SessionStore sessions;
    private final InteractiveAuth auth;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;
    private final Ed25519 ed25519;

    @Inject
    UploadCrossSigningKeys(
            KnownKeys known,
            SessionStore sessions,
            InteractiveAuth auth,
            Committer committer,
            UserLocks locks,
            RateLimiter limits,
            Ed25519 ed25519) {
        this.known = known;
        this.sessions = sessions;
        this.auth = auth;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
        this.ed25519 = ed25519;
    }

    /**
     * Publishes the keys in the request; those that are published already may be published again.
     *
     * @throws org.hirundo.domain.error.InteractiveAuthRequired when a stage is still to be done
     * @throws org.hirundo.domain.error.MatrixException when a key is not as it must be
     */
    public void upload(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEYS);
        var user = requester.user();
        var upload = CrossSigningUpload.parse(request, user);
        // All under one lock: whether it takes authentication must still be true when the keys are written.
        locks.with(user, () -> {
            var published = known.of(user).crossSigning();
            upload.check(published, devices(user), ed25519);
            if (upload.needsAuthentication(published) && requester.kind() != Requester.Kind.APPSERVICE) {
                auth.authorise(
                        new InteractiveAuth.Operation("cross-signing", Optional.of(user), request, Flows.OF_PASSWORD));
            }
            var changes = upload.changes(published);
            if (!changes.isEmpty()) {
                committer.commit(new DeviceKeysChange(user, Map.of(), KnownKeys.byName(changes)));
            }
        });
    }

    private Set<DeviceId> devices(UserId user) {
        return sessions.devices(user).stream().map(Device::id).collect(Collectors.toSet());
    }
}
