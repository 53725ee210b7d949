package org.hirundo.domain.e2ee;

import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;

/**
 * A cross-signing key.
 *
 * @param publicKey the public Ed25519 key in unpadded Base64, which is the name of the key as well
 * @param json the object as it was uploaded, with the signatures that were added later
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#cross-signing">Cross-signing</a>
 */
public record CrossSigningKey(UserId user, CrossSigningUsage usage, String publicKey, JsonObject json) {

    /** The most bytes of the object in canonical JSON. */
    public static final int MAX_BYTES = 65_536;

    /**
     * Reads a key, of a client or of another server.
     *
     * @throws BadJson when a member is missing or of the wrong type
     * @throws InvalidParam when the key is of another user, for another use, too large, or no Ed25519 key
     */
    public static CrossSigningKey parse(JsonObject uploaded, UserId user, CrossSigningUsage usage) {
        var json = PublishedKeys.withoutUnsigned(uploaded);
        var what = usage.member();
        if (!PublishedKeys.required(json, "user_id", what).equals(user.toString())) {
            throw new InvalidParam("The " + what + " is not of the user " + user);
        }
        var usages =
                json.strings("usage").orElseThrow(() -> new BadJson(what + " has usage, which is an array of strings"));
        if (!usages.contains(usage.toString())) {
            throw new InvalidParam("The " + what + " is not for the usage " + usage);
        }
        PublishedKeys.checkSize(json, MAX_BYTES, what);
        return new CrossSigningKey(user, usage, publicKey(json, what), json);
    }

    private static String publicKey(JsonObject json, String what) {
        var keys = PublishedKeys.requiredObject(json, "keys", what).members();
        if (keys.size() != 1) {
            throw new InvalidParam("The " + what + " has exactly one public key");
        }
        var key = keys.firstEntry();
        if (!(key.getValue() instanceof JsonString(var publicKey))
                || !key.getKey().equals(PublishedKeys.ED25519 + ":" + publicKey)
                || PublishedKeys.publicKey(publicKey).isEmpty()) {
            throw new InvalidParam("The public key of the " + what + " is an Ed25519 key, named by itself");
        }
        return publicKey;
    }

    /** Whether the other object is the same key, whoever signed it. */
    public boolean isSameAs(JsonObject other) {
        return PublishedKeys.signedPart(json).equals(PublishedKeys.signedPart(other));
    }

    /** Whether the master key signed this one. */
    boolean isSignedBy(CrossSigningKey master, Ed25519 ed25519) {
        return PublishedKeys.isSigned(json, user, master.publicKey, master.publicKey, ed25519);
    }
}
