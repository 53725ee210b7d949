package org.hirundo.testdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    @Test
    void every_caller_gets_an_empty_schema() throws SQLException {
        assertThat(tablesAfterMakingOne(PostgresServer.shared().newDatabase())).isEqualTo(1);
        assertThat(tablesAfterMakingOne(PostgresServer.shared().newDatabase())).isEqualTo(1);
    }

    @Test
    void it_is_started_once() {
        assertThat(PostgresServer.shared()).isSameAs(PostgresServer.shared());
    }

    private static int tablesAfterMakingOne(TestDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table numbers (number integer)");
            try (var found = statement.executeQuery(
                    "select count(*) from information_schema.tables where table_schema = current_schema()")) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
