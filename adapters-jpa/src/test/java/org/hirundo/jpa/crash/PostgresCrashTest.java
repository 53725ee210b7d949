package org.hirundo.jpa.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.hirundo.testdb.PostgresProcess;
import org.hirundo.testdb.RestartableServer;

class PostgresCrashTest extends ServerCrash {

    private static final String INDEXES = """
            select indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = 'public'::regnamespace
            """;

    @Override
    RestartableServer newServer(Path files) {
        return PostgresProcess.in(files);
    }

    /** Looks whether each index is in order and has each row of its table, and whether each table's pages are sound. */
    @Override
    protected void checkIntegrity() throws SQLException {
        try (var connection = connect()) {
            try (var statement = connection.createStatement()) {
                statement.execute("create extension if not exists amcheck");
                for (var index : texts(connection, INDEXES, 1)) {
                    statement.execute("select bt_index_parent_check('" + index + "', true, true)");
                }
            }
            var damage = """
                    select c.relname || ': ' || msg from pg_class c, verify_heapam(c.oid)
                    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                    """;
            assertThat(texts(connection, damage, 1)).isEmpty();
        }
    }
}
