package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.e2ee.SignaturesUpload;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user publishes signatures of keys.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keyssignaturesupload">POST
 *     /keys/signatures/upload</a>
 */
@Singleton
public final class UploadSignatures {

    private final KnownKeys known;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;
    private final Ed25519 ed25519;

    @Inject
    UploadSignatures(KnownKeys known, Committer committer, UserLocks locks, RateLimiter limits, Ed25519 ed25519) {
        this.known = known;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
        this.ed25519 = ed25519;
    }

    /**
     * Publishes the good ones of the signatures in the request.
     *
     * @return why others are not, by user and the name of the key
     * @throws org.hirundo.domain.error.BadJson when the request is not as it must be
     */
    public Map<UserId, Map<String, MatrixException>> upload(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.KEYS);
        var upload = SignaturesUpload.parse(request, requester.user());
        var failures = new LinkedHashMap<UserId, Map<String, MatrixException>>();
        upload.signedKeys().forEach((owner, keys) -> {
            var ofOwner = new SignaturesUpload(requester.user(), Map.of(owner, keys));
            failures.putAll(locks.with(owner, () -> publish(ofOwner)));
        });
        return failures;
    }

    private Map<UserId, Map<String, MatrixException>> publish(SignaturesUpload upload) {
        var outcome = upload.apply(known.of(upload.users()), ed25519);
        outcome.changed()
                .forEach((owner, keys) -> committer.commit(
                        new DeviceKeysChange(owner, keys.devices(), KnownKeys.byName(keys.crossSigning()))));
        return outcome.failures();
    }
}
