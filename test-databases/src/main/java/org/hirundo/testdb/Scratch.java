package org.hirundo.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders for the files of servers whose data nobody wants to keep. */
final class Scratch {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_MEMORY = 2L << 30;

    private Scratch() {}

    /** A new folder, in memory if the machine has a file system for that and room in it. */
    static Path newFolder(String prefix) {
        try {
            boolean inMemory =
                    Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH_MEMORY;
            return Files.createTempDirectory(inMemory ? MEMORY : Path.of(System.getProperty("java.io.tmpdir")), prefix);
        } catch (IOException failure) {
            throw new TestDatabaseUnavailable("There is no folder for the files of a test database", failure);
        }
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) {
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The files of a test database stay in " + folder, failure);
        }
    }
}
