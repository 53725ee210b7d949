package org.hirundo.domain.crypto;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hirundo.domain.id.KeyId;

/** A private key that a server signs with. It never shows its seed in text. */
public final class SigningKey {

    private static final int SEED_BYTES = 32;

    /** What versions of servers' keys are made of (server-server API, "Publishing Keys"). */
    private static final Pattern VERSION = Pattern.compile("[a-zA-Z0-9_]+");

    private final KeyId id;
    private final byte[] seed;

    private SigningKey(KeyId id, byte[] seed) {
        this.id = id;
        this.seed = seed;
    }

    /**
     * A key of a seed.
     *
     * @throws IllegalArgumentException when the seed has not 32 bytes
     */
    public static SigningKey of(KeyId id, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("The seed of an Ed25519 key has 32 bytes, not " + seed.length);
        }
        return new SigningKey(id, seed.clone());
    }

    /**
     * Reads the line {@code ed25519 <version> <seed in Base64>} of a key file, as other servers write it as well. Empty when
     * it is none, or its version has other characters than the key of a server may have.
     */
    public static Optional<SigningKey> parse(String line) {
        var parts = line.strip().split("\\s+", -1);
        return parts.length == 3
                        && parts[0].equals("ed25519")
                        && VERSION.matcher(parts[1]).matches()
                ? UnpaddedBase64.decode(parts[2])
                        .filter(seed -> seed.length == SEED_BYTES)
                        .map(seed -> new SigningKey(new KeyId(parts[0], parts[1]), seed))
                : Optional.empty();
    }

    /** The line of a key file that {@link #parse} reads. */
    public String toLine() {
        return id.algorithm() + " " + id.version() + " " + UnpaddedBase64.encode(seed);
    }

    /** The key's id. */
    public KeyId id() {
        return id;
    }

    /** Signs a message. */
    public byte[] sign(byte[] message, Ed25519 ed25519) {
        return ed25519.sign(message, seed);
    }

    /** The public key. */
    public byte[] publicKey(Ed25519 ed25519) {
        return ed25519.publicKey(seed);
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
