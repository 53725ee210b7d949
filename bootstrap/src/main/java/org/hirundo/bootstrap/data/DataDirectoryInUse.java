package org.hirundo.bootstrap.data;

import java.nio.file.Path;

/** Another server holds the data directory. */
public final class DataDirectoryInUse extends Exception {

    /** With the directory. */
    public DataDirectoryInUse(Path directory) {
        super("Another server is running on the data directory " + directory);
    }
}
