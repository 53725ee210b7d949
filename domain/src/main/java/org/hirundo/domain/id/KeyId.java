package org.hirundo.domain.id;

import java.util.Optional;

/**
 * The id of a key, {@code algorithm:version}: of a server's signing key, a device's identity key or a one-time key.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#signing-details">Signing details</a>
 */
public record KeyId(String algorithm, String version) {

    /** The algorithm of signing keys. */
    public static final String ED25519 = "ed25519";

    /**
     * Reads a key id.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static KeyId parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("a key id", text));
    }

    /** Reads a key id, or answers empty when it is none. */
    public static Optional<KeyId> find(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon < text.length() - 1 && Grammar.isText(text)
                ? Optional.of(new KeyId(text.substring(0, colon), text.substring(colon + 1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return algorithm + ":" + version;
    }
}
