package org.hirundo.domain.e2ee;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidSignature;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Signatures that a user publishes: of their own devices and master key, and of master keys of others. Each key succeeds or
 * fails for itself.
 *
 * @param uploader the user who publishes them
 * @param signedKeys the signed keys by the user whose they are and their name, a device id or a public key
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keyssignaturesupload">Upload</a>
 */
public record SignaturesUpload(UserId uploader, Map<UserId, Map<String, JsonObject>> signedKeys) {

    /**
     * What became of the upload.
     *
     * @param changed the keys that got signatures, whole, by user
     * @param failures why keys got none, by user and name
     */
    public record Outcome(Map<UserId, UserKeys> changed, Map<UserId, Map<String, MatrixException>> failures) {}

    /**
     * Reads the body of {@code POST /keys/signatures/upload}.
     *
     * @throws BadJson when it is not an object of keys by name by user
     */
    public static SignaturesUpload parse(JsonObject body, UserId uploader) {
        var signedKeys = new LinkedHashMap<UserId, Map<String, JsonObject>>();
        body.members().forEach((user, value) -> {
            if (!(value instanceof JsonObject byName)) {
                throw new BadJson("Signed keys are objects by user id and name");
            }
            var keys = new LinkedHashMap<String, JsonObject>();
            byName.members().forEach((name, key) -> {
                if (!(key instanceof JsonObject signed)) {
                    throw new BadJson("A signed key is an object");
                }
                keys.put(name, signed);
            });
            signedKeys.put(userId(user), keys);
        });
        return new SignaturesUpload(uploader, signedKeys);
    }

    private static UserId userId(String text) {
        try {
            return UserId.parse(text);
        } catch (MalformedIdentifier e) {
            throw new BadJson("Signed keys are by user id, not by " + text);
        }
    }

    /** The users whose keys must be known to judge the signatures: those of the upload, and the uploader. */
    public Set<UserId> users() {
        var users = new HashSet<>(signedKeys.keySet());
        users.add(uploader);
        return users;
    }

    /**
     * Judges the signatures.
     *
     * @param known the keys of {@link #users()} that the server has; users without may be absent
     */
    public Outcome apply(Map<UserId, UserKeys> known, Ed25519 ed25519) {
        var signer = known.getOrDefault(uploader, UserKeys.none(uploader));
        var changed = new LinkedHashMap<UserId, UserKeys>();
        var failures = new LinkedHashMap<UserId, Map<String, MatrixException>>();
        signedKeys.forEach((owner, byName) -> {
            var keys = known.getOrDefault(owner, UserKeys.none(owner));
            var devices = new HashMap<DeviceId, JsonObject>();
            var crossSigning = new EnumMap<CrossSigningUsage, JsonObject>(CrossSigningUsage.class);
            byName.forEach((name, signed) -> {
                try {
                    var target = SignatureTarget.find(keys, name, signer);
                    var merged = merge(target, signed, ed25519);
                    if (!merged.equals(target.key())) {
                        target.usage()
                                .ifPresentOrElse(
                                        usage -> crossSigning.put(usage, merged),
                                        () -> devices.put(new DeviceId(name), merged));
                    }
                } catch (MatrixException failure) {
                    failures.computeIfAbsent(owner, missing -> new LinkedHashMap<>())
                            .put(name, failure);
                }
            });
            var changes = new UserKeys(owner, devices, crossSigning);
            if (!changes.isEmpty()) {
                changed.put(owner, changes);
            }
        });
        return new Outcome(changed, failures);
    }

    private JsonObject merge(SignatureTarget target, JsonObject signed, Ed25519 ed25519) {
        if (!PublishedKeys.signedPart(signed).equals(PublishedKeys.signedPart(target.key()))) {
            throw new InvalidParam("The signed key is not the one that was published");
        }
        var signatures = PublishedKeys.signaturesOf(signed, uploader).members();
        if (signatures.isEmpty()) {
            throw new InvalidSignature("There is no signature of " + uploader);
        }
        var known = PublishedKeys.signaturesOf(target.key(), uploader);
        var merged = target.key();
        for (var signature : signatures.entrySet()) {
            var keyId = signature.getKey();
            if (signature.getValue().equals(known.get(keyId))) {
                continue;
            }
            var signingKey = target.signers().get(keyId);
            if (signingKey == null || !isValid(signed, keyId, signingKey, ed25519)) {
                throw new InvalidSignature("Invalid signature");
            }
            merged = PublishedKeys.withSignature(merged, uploader, keyId, signature.getValue());
        }
        return merged;
    }

    private boolean isValid(JsonObject signed, String keyId, String publicKey, Ed25519 ed25519) {
        var version = keyId.substring(keyId.indexOf(':') + 1);
        return PublishedKeys.isSigned(signed, uploader, version, publicKey, ed25519);
    }
}
