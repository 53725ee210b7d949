package org.hirundo.testdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartableServerTest {

    @TempDir
    private Path folder;

    @Test
    void what_postgresql_acknowledged_is_there_after_a_kill() throws SQLException {
        acknowledgedIsThereAfterAKill(PostgresProcess.in(folder));
    }

    @Test
    void what_mariadb_acknowledged_is_there_after_a_kill() throws SQLException {
        acknowledgedIsThereAfterAKill(MariaDbProcess.in(folder));
    }

    private static void acknowledgedIsThereAfterAKill(RestartableServer server) throws SQLException {
        try (server) {
            server.start();
            execute(server.database(), "create table numbers (number integer)");
            execute(server.database(), "insert into numbers (number) values (1)");

            server.kill();
            server.start();
            execute(server.database(), "insert into numbers (number) values (2)");

            assertThat(numbers(server.database())).containsExactly(1, 2);
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Integer> numbers(TestDatabase database) throws SQLException {
        var numbers = new ArrayList<Integer>();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select number from numbers order by number")) {
            while (found.next()) {
                numbers.add(found.getInt(1));
            }
        }
        return numbers;
    }
}
