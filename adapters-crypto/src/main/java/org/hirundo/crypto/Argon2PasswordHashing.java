package org.hirundo.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.hirundo.application.port.account.PasswordHashing;

/**
 * Argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane): about 30 ms and 19 MiB each time, so
 * only a few run at once and the others wait their turn.
 *
 * <p>It knows bcrypt hashes as well, so that accounts which come from another server keep their passwords. Passwords are
 * brought into Unicode's form NFKC first, as there: the same password typed on different systems is the same.
 */
public final class Argon2PasswordHashing implements PasswordHashing {

    private static final System.Logger LOG = System.getLogger(Argon2PasswordHashing.class.getName());

    private static final int SALT_BYTES = 16;

    /** Up to a cost of 2<sup>16</sup> rounds, which takes some seconds. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(?:0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    private final RandomGenerator random;
    private final Semaphore running;
    private final SharedMemory memory;

    /**
     * @param random salts come from here; must be cryptographically strong
     * @param atOnce how many hashes may be computed at the same time
     */
    public Argon2PasswordHashing(RandomGenerator random, int atOnce) {
        this.random = random;
        this.running = new Semaphore(atOnce, true);
        this.memory = new SharedMemory(atOnce * Argon2Hash.Parameters.RECOMMENDED.memory());
    }

    @Override
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        running.acquireUninterruptibly();
        try {
            return Argon2Hash.compute(bytes(password), Argon2Hash.Parameters.RECOMMENDED, salt, memory.get())
                    .encode();
        } finally {
            running.release();
        }
    }

    @Override
    public boolean matches(String password, String hash) {
        running.acquireUninterruptibly();
        try {
            return BCRYPT.matcher(hash).matches() ? matchesBcrypt(password, hash) : matchesArgon2(password, hash);
        } catch (IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No password matches a stored hash that cannot be read: {0}",
                    e.getMessage());
            return false;
        } finally {
            running.release();
        }
    }

    private boolean matchesArgon2(String password, String encoded) {
        var expected = Argon2Hash.decode(encoded);
        return MessageDigest.isEqual(
                expected.recompute(bytes(password), memory.get()).hash(), expected.hash());
    }

    private static boolean matchesBcrypt(String password, String encoded) {
        return OpenBSDBCrypt.checkPassword(encoded, bytes(password));
    }

    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
