package org.hirundo.testdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MariaDbServerTest {

    @Test
    void every_caller_gets_an_empty_database() throws SQLException {
        assertThat(tablesAfterMakingOne(MariaDbServer.shared().newDatabase())).isEqualTo(1);
        assertThat(tablesAfterMakingOne(MariaDbServer.shared().newDatabase())).isEqualTo(1);
    }

    @Test
    void it_is_started_once() {
        assertThat(MariaDbServer.shared()).isSameAs(MariaDbServer.shared());
    }

    private static int tablesAfterMakingOne(TestDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table numbers (number integer)");
            try (var found = statement.executeQuery(
                    "select count(*) from information_schema.tables where table_schema = database()")) {
                found.next();
                return found.getInt(1);
            }
        }
    }
}
