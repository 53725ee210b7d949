package org.hirundo.jpa;

import org.hirundo.jpa.connection.Provider;

/**
 * Which database, and how it is used.
 *
 * @param url a JDBC URL: {@code jdbc:sqlite:} and the path of the file, {@code jdbc:postgresql:…} or {@code jdbc:mariadb:…}
 * @param user empty for SQLite
 * @param password empty for SQLite
 * @param connections at most so many, on SQLite so many that read beside the one that writes
 */
public record JpaConfig(String url, String user, String password, Provider provider, int connections) {

    /** An SQLite file with EclipseLink: what needs neither a database server nor a setting. */
    public static JpaConfig sqlite(String file) {
        int readers = Math.max(4, Runtime.getRuntime().availableProcessors());
        return new JpaConfig("jdbc:sqlite:" + file, "", "", Provider.ECLIPSELINK, readers);
    }
}
