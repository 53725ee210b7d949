package org.hirundo.jpa.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.hirundo.testdb.MariaDbProcess;
import org.hirundo.testdb.RestartableServer;

class MariaDbCrashTest extends ServerCrash {

    @Override
    RestartableServer newServer(Path files) {
        return MariaDbProcess.in(files);
    }

    /** Walks through all tables and looks for each row in each index. */
    @Override
    protected void checkIntegrity() throws SQLException {
        try (var connection = connect()) {
            for (var table : texts(connection, "show tables", 1)) {
                assertThat(texts(connection, "check table " + table + " extended", 4))
                        .as(table)
                        .containsExactly("OK");
            }
        }
    }
}
