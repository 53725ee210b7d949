package org.hirundo.jpa;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hirundo.application.port.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/** The folder of an embedded database, taken by this process as long as it holds the lock on a file in it. */
final class DataFolder {

    private static final String LOCK_FILE = "hirundo.lock";

    /** Where the driver unpacks its native library; those of processes that were killed stay behind. */
    private static final String NATIVE_FOLDER = "native";

    private static final String NATIVE_FOLDER_PROPERTY = "org.sqlite.tmpdir";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder, which is created when it is missing.
     *
     * @throws StorageUnavailable when another server has it, or it cannot be written
     */
    static DataFolder take(Path path) {
        try {
            Files.createDirectories(path);
            var channel =
                    FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StorageUnavailable(
                        "The folder " + path + " is in use by another server; stop that one or choose another folder",
                        new IllegalStateException("The lock is taken"));
            }
            provideNativeFolder(path.resolve(NATIVE_FOLDER));
            return new DataFolder(path, channel);
        } catch (IOException failure) {
            throw new StorageUnavailable("The folder " + path + " cannot be used: " + failure, failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** The library is loaded once in a process, so the first folder serves all. */
    private static void provideNativeFolder(Path folder) throws IOException {
        if (System.getProperty(NATIVE_FOLDER_PROPERTY) != null) {
            return;
        }
        Files.createDirectories(folder);
        try (DirectoryStream<Path> leftBehind = Files.newDirectoryStream(folder, "sqlite-*")) {
            for (var file : leftBehind) {
                Files.delete(file);
            }
        }
        System.setProperty(NATIVE_FOLDER_PROPERTY, folder.toAbsolutePath().toString());
    }

    Path path() {
        return path;
    }

    /** Gives the folder back; the lock goes with the channel. */
    void release() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new StorageUnavailable("The lock on " + path + " cannot be given back", failure);
        }
    }
}
