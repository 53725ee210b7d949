package org.hirundo.crypto;

import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash with what it takes to compute it again, in the PHC string format:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 */
@SuppressWarnings(
        "ArrayRecordComponent") // never compared as a whole: hashes are compared in constant time by the caller
record Argon2Hash(Parameters parameters, byte[] salt, byte[] hash) {

    private static final int HASH_BYTES = 32;

    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,})\\$([A-Za-z0-9+/]{11,})");

    /**
     * What it costs.
     *
     * @param memory KiB
     * @param passes over the memory
     * @param lanes that could be computed in parallel
     */
    record Parameters(int memory, int passes, int lanes) {

        static final Parameters RECOMMENDED = new Parameters(19 * 1024, 2, 1);

        private static final int MOST_MEMORY = 1024 * 1024;

        Parameters {
            if (memory < 8 * lanes || memory > MOST_MEMORY || passes < 1 || lanes < 1) {
                throw new IllegalArgumentException("Argon2 is not computed with " + memory + " KiB, " + passes
                        + " passes and " + lanes + " lanes");
            }
        }
    }

    static Argon2Hash compute(byte[] password, Parameters parameters, byte[] salt, BlockPool memory) {
        return compute(password, parameters, salt, HASH_BYTES, memory);
    }

    /** The hash of another password under the same parameters and salt, of the same length. */
    Argon2Hash recompute(byte[] password, BlockPool memory) {
        return compute(password, parameters, salt, hash.length, memory);
    }

    private static Argon2Hash compute(
            byte[] password, Parameters parameters, byte[] salt, int length, BlockPool memory) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memory())
                .withIterations(parameters.passes())
                .withParallelism(parameters.lanes())
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password, hash);
        return new Argon2Hash(parameters, salt, hash);
    }

    /**
     * Reads an encoded hash.
     *
     * @throws IllegalArgumentException when it is none, or would take more than 1 GiB
     */
    static Argon2Hash decode(String encoded) {
        var matcher = ENCODED.matcher(encoded);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a hash of a known kind");
        }
        var decoder = Base64.getDecoder();
        return new Argon2Hash(
                new Parameters(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))),
                decoder.decode(matcher.group(4)),
                decoder.decode(matcher.group(5)));
    }

    String encode() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + parameters.memory() + ",t=" + parameters.passes() + ",p=" + parameters.lanes()
                + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }
}
