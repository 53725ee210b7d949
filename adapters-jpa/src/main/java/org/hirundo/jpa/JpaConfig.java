package org.hirundo.jpa;

import java.nio.file.Path;
import org.hirundo.jpa.common.Dialect;
import org.hirundo.jpa.common.Provider;

/** Which relational database is used, and how. */
public sealed interface JpaConfig {

    /** The Jakarta Persistence provider. */
    Provider provider();

    /** What is special about the database. */
    Dialect dialect();

    /** How many connections read at the same time. */
    int readers();

    /**
     * SQLite in this process.
     *
     * @param folder holds the database and is used by one process at a time; it is created when it is missing
     */
    record Embedded(Provider provider, Path folder, int readers) implements JpaConfig {

        @Override
        public Dialect dialect() {
            return Dialect.SQLITE;
        }
    }

    /**
     * A database server.
     *
     * @param url a JDBC address, {@code jdbc:postgresql:…} or {@code jdbc:mariadb:…}
     * @param writers how many connections write at the same time
     */
    record Server(
            Provider provider, Dialect dialect, String url, String user, String password, int readers, int writers)
            implements JpaConfig {

        public Server {
            var scheme = "jdbc:" + dialect.vendor() + ":";
            if (dialect == Dialect.SQLITE || !url.startsWith(scheme)) {
                throw new IllegalArgumentException("The address of the database must begin with " + scheme + ": " + url);
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }
}
