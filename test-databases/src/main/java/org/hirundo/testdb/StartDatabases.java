package org.hirundo.testdb;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Starts databases for a script that tries a whole server.
 *
 * <p>The arguments are storage types, such as {@code postgresql}; each gets an empty database, and those of one type share a
 * server. For each there is a line with the variables that tell Hirundo where its database is. The servers run until the
 * standard input ends, so they end with the script, however that comes.
 */
public final class StartDatabases {

    private StartDatabases() {}

    /** Starts the databases, and ends with 1 when one of them cannot be had. */
    public static void main(String[] types) throws IOException {
        try {
            start(List.of(types), System.out);
        } catch (TestDatabaseUnavailable unavailable) {
            System.err.println(unavailable.getMessage());
            System.exit(1);
        }
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    static void start(List<String> types, PrintStream out) {
        for (var type : types) {
            out.println(variables(type));
            out.flush();
        }
    }

    private static String variables(String type) {
        return switch (type) {
            case "postgresql" -> variables(type, PostgresServer.shared().newDatabase());
            case "mariadb" -> variables(type, MariaDbServer.shared().newDatabase());
            case "mongodb" -> variables(type, MongoServer.shared().newDatabase());
            default -> throw new TestDatabaseUnavailable("There is no test database of type " + type, null);
        };
    }

    private static String variables(String type, TestDatabase database) {
        return "HIRUNDO_STORAGE_TYPE=" + type + " HIRUNDO_STORAGE_URL=" + database.url() + " HIRUNDO_STORAGE_USER="
                + database.user() + " HIRUNDO_STORAGE_PASSWORD=" + database.password();
    }
}
