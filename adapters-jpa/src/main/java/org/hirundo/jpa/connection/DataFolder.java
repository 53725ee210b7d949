package org.hirundo.jpa.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The folder of the SQLite file. One process has it at a time: two servers on one file would each miss what the other writes. */
final class DataFolder implements AutoCloseable {

    /** Where the driver unpacks its native library; what an earlier process left there when it was killed is removed. */
    private static final String DRIVER_FOLDER = "org.sqlite.tmpdir";

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /** Takes the folder of the file, which is made when there is none. */
    static DataFolder open(Path file) {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "A file is in a folder");
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(
                    folder.resolve(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!take(lock)) {
                lock.close();
                throw new IllegalStateException(file + " is in use by another server");
            }
            if (System.getProperty(DRIVER_FOLDER) == null) {
                System.setProperty(DRIVER_FOLDER, emptied(folder.resolve("tmp")).toString());
            }
            return new DataFolder(lock);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot use " + folder, failure);
        }
    }

    private static boolean take(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var left = Files.list(folder)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot let go of the data folder", failure);
        }
    }
}
