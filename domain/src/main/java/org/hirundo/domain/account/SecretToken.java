package org.hirundo.domain.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.domain.crypto.Hashes;

/**
 * A token that is worth what it gives access to: 256 bits of chance behind a prefix that tells its kind, so that tools which
 * look for secrets in places where they do not belong find it. Only its {@link #hash()} is ever stored.
 */
public final class SecretToken {

    private static final int RANDOM_BYTES = 32;
    private static final int MAX_LENGTH = 512;

    private final String value;

    /** What a token gives. */
    public enum Kind {
        /** To act as a user on a device. */
        ACCESS("hirundo_at_"),
        /** To get one new access token. */
        REFRESH("hirundo_rt_"),
        /** To sign in once. */
        LOGIN("hirundo_lt_"),
        /** To show that a mail was read. */
        VALIDATION("hirundo_vt_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private SecretToken(String value) {
        this.value = value;
    }

    /**
     * A new token.
     *
     * @param random must be cryptographically strong, such as {@link java.security.SecureRandom}
     */
    public static SecretToken generate(Kind kind, RandomGenerator random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new SecretToken(kind.prefix + base64(bytes));
    }

    /** A token that somebody shows, of any kind and form; empty when it is so long that nobody can have got it here. */
    public static Optional<SecretToken> of(String value) {
        return value.isEmpty() || value.length() > MAX_LENGTH ? Optional.empty() : Optional.of(new SecretToken(value));
    }

    /** The token itself, for the one who is to have it. */
    public String reveal() {
        return value;
    }

    /** The SHA-256 of the token in unpadded URL-safe Base64, 43 characters. */
    public String hash() {
        return base64(Hashes.sha256(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing of the token, so that it does not get into logs. */
    @Override
    public String toString() {
        return "SecretToken";
    }
}
