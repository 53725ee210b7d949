package org.hirundo.testdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StartDatabasesTest {

    @Test
    void every_line_tells_of_a_database_of_its_own() throws SQLException {
        var lines = started("postgresql", "postgresql");

        assertThat(lines).hasSize(2).doesNotHaveDuplicates();
        for (var line : lines) {
            var variables = variables(line);
            assertThat(variables).containsEntry("HIRUNDO_STORAGE_TYPE", "postgresql");
            try (var connection = DriverManager.getConnection(
                            variables.get("HIRUNDO_STORAGE_URL"),
                            variables.get("HIRUNDO_STORAGE_USER"),
                            variables.get("HIRUNDO_STORAGE_PASSWORD"));
                    var statement = connection.createStatement()) {
                statement.execute("create table numbers (number integer)");
            }
        }
    }

    @Test
    void a_connection_string_of_mongodb_names_the_database() {
        var url = new ConnectionString(
                Objects.requireNonNull(variables(started("mongodb").getFirst()).get("HIRUNDO_STORAGE_URL")));

        try (var client = MongoClients.create(url)) {
            var database = client.getDatabase(Objects.requireNonNull(url.getDatabase()));
            database.getCollection("numbers").insertOne(new Document("_id", 0));
            assertThat(database.listCollectionNames()).containsExactly("numbers");
        }
    }

    @Test
    void a_type_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> started("oracle"))
                .isInstanceOf(TestDatabaseUnavailable.class)
                .hasMessageContaining("oracle");
    }

    private static List<String> started(String... types) {
        var out = new ByteArrayOutputStream();
        StartDatabases.start(List.of(types), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Map<String, String> variables(String line) {
        return Arrays.stream(line.split(" ", -1))
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
