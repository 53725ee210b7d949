package org.hirundo.application.port;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens storages of one type. Whoever writes a storage adapter of their own names an implementation in {@code
 * META-INF/services}, puts it on the class path, and chooses its type in the configuration.
 */
public interface StorageProvider {

    /** What administrators write to choose it. */
    String type();

    /**
     * Opens the storage, and brings what it holds up to date.
     *
     * @throws StorageUnavailable when it cannot be reached
     * @throws IllegalArgumentException when the settings do not do; the message is for administrators
     */
    Storage open(Settings settings);

    /**
     * What administrators decided.
     *
     * @param url where the storage is
     * @param user whom to be there
     * @param password with what password
     * @param connections how many connections to open at most
     * @param directory where files of this server belong
     */
    record Settings(
            Optional<String> url, Optional<String> user, Optional<String> password, int connections, Path directory) {}
}
