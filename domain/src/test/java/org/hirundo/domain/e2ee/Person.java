package org.hirundo.domain.e2ee;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.JdkEd25519;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;

/** Somebody with secret keys, who makes published ones of them. The secret of each key is told by its name. */
record Person(UserId user) {

    static final Ed25519 ED25519 = new JdkEd25519();

    static final Person ALICE = new Person(UserId.parse("@alice:example.com"));
    static final Person BOB = new Person(UserId.parse("@bob:example.com"));

    private byte[] secret(String name) {
        return Arrays.copyOf((name + user).getBytes(StandardCharsets.UTF_8), 32);
    }

    /** The public key of this name in unpadded Base64. */
    String publicKey(String name) {
        return base64(ED25519.publicKey(secret(name)));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The object with a signature by the secret of this name, which is known to others as {@code ed25519:version}. */
    JsonObject sign(JsonObject json, String name, String version) {
        var message = CanonicalJson.lenient().bytes(json.without("signatures", "unsigned"));
        return withSignature(json, version, base64(ED25519.sign(message, secret(name))));
    }

    /** The object with something that says to be a signature. */
    JsonObject withSignature(JsonObject json, String version, String signature) {
        var signatures = json.object("signatures").orElse(JsonObject.EMPTY);
        var own = signatures.object(user.toString()).orElse(JsonObject.EMPTY);
        return json.with("signatures", signatures.with(user.toString(), own.with("ed25519:" + version, signature)));
    }

    /** The object signed by a device of this person. */
    JsonObject signByDevice(JsonObject json, String device) {
        return sign(json, device, device);
    }

    /** The object signed by a cross-signing key of this person. */
    JsonObject signBy(JsonObject json, CrossSigningUsage usage) {
        return sign(json, usage.toString(), publicKey(usage.toString()));
    }

    /** The keys of a device before it signs them. */
    JsonObject unsignedDeviceKeys(String device) {
        return JsonObject.builder()
                .put("user_id", user.toString())
                .put("device_id", device)
                .put(
                        "algorithms",
                        JsonArray.of(
                                new JsonString("m.olm.v1.curve25519-aes-sha2"), new JsonString("m.megolm.v1.aes-sha2")))
                .put(
                        "keys",
                        JsonObject.of("curve25519:" + device, "3C5BFWi2Y8MaVvjM8M22DBmh24PmgR0nPvJOIArzgyI")
                                .with("ed25519:" + device, publicKey(device)))
                .build();
    }

    JsonObject deviceKeys(String device) {
        return signByDevice(unsignedDeviceKeys(device), device);
    }

    /** A cross-signing key, signed by the master key unless it is that. */
    JsonObject crossSigningKey(CrossSigningUsage usage) {
        return crossSigningKey(usage, usage.toString());
    }

    /** A cross-signing key made of another secret. */
    JsonObject crossSigningKey(CrossSigningUsage usage, String secret) {
        var publicKey = publicKey(secret);
        var key = JsonObject.builder()
                .put("user_id", user.toString())
                .put("usage", JsonArray.of(new JsonString(usage.toString())))
                .put("keys", JsonObject.of("ed25519:" + publicKey, publicKey))
                .build();
        return usage == CrossSigningUsage.MASTER ? key : signBy(key, CrossSigningUsage.MASTER);
    }

    /** All of this person's keys with these devices, as a server has them. */
    UserKeys keys(String... devices) {
        var deviceKeys = new HashMap<DeviceId, JsonObject>();
        for (var device : devices) {
            deviceKeys.put(new DeviceId(device), deviceKeys(device));
        }
        return new UserKeys(user, deviceKeys, crossSigningKeys());
    }

    Map<CrossSigningUsage, JsonObject> crossSigningKeys() {
        var keys = new HashMap<CrossSigningUsage, JsonObject>();
        for (var usage : CrossSigningUsage.values()) {
            keys.put(usage, crossSigningKey(usage));
        }
        return keys;
    }
}
