package org.hirundo.bootstrap.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.id.KeyId;

/**
 * The directory of one server. It is held while the server runs, so that no second one writes to it. What is secret in it can be
 * read by its owner alone.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String SIGNING_KEY = "signing.key";
    private static final String REGISTRATION_SECRET = "registration.secret";
    private static final String LOCK = "lock";
    private static final int SEED_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the directory if it is not there, and holds it until it is closed.
     *
     * @throws DataDirectoryInUse when another server holds it
     * @throws IOException when it cannot be created or written
     */
    public static DataDirectory open(Path path) throws IOException, DataDirectoryInUse {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectory(path, ownersOnly("rwx------"));
        }
        var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // Held until the channel is closed.
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new DataDirectoryInUse(path);
        }
        return new DataDirectory(path, channel);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** A file or directory in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /**
     * The key with which the server signs, made when there is none yet. The file is as other servers have it, so that a key can be
     * brought along.
     */
    public SigningKey signingKey(RandomGenerator random) throws IOException {
        var file = resolve(SIGNING_KEY);
        if (!Files.exists(file)) {
            var seed = new byte[SEED_BYTES];
            random.nextBytes(seed);
            write(
                    file,
                    SigningKey.of(new KeyId("ed25519", "a_" + letters(random, 4)), seed)
                            .toLine());
        }
        return SigningKey.parse(Files.readString(file))
                .orElseThrow(() -> new IOException(file + " is not a line of: ed25519 <version> <seed in Base64>"));
    }

    /** The secret that lets programs on this machine register accounts, made when there is none yet. */
    public String registrationSecret(RandomGenerator random) throws IOException {
        var file = resolve(REGISTRATION_SECRET);
        if (!Files.exists(file)) {
            var secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return registrationSecret(path);
    }

    /**
     * The secret of a directory that another process may hold.
     *
     * @throws NoSuchFileException when no server has ever run there
     */
    public static String registrationSecret(Path directory) throws IOException {
        return Files.readString(directory.resolve(REGISTRATION_SECRET)).strip();
    }

    private static void write(Path file, String line) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownersOnly("rw-------"));
        Files.writeString(unfinished, line + "\n");
        Files.move(unfinished, file);
    }

    private static String letters(RandomGenerator random, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** Where the file system knows no owners, whoever can get at the directory is trusted. */
    private static FileAttribute<?>[] ownersOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Lets another server have it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
