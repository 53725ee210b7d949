package org.hirundo.jpa.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hirundo.testdb.TestDatabase;

class SqliteCrashTest extends JpaCrash {

    @Override
    TestDatabase database() {
        return new TestDatabase("jdbc:sqlite:" + folder.resolve("server.sqlite"), "", "");
    }

    @Override
    protected void startDatabase() {
        // It lives in the process of the server.
    }

    @Override
    protected void killDatabase() {
        // It dies with the process of the server.
    }

    /** Walks through all tables and looks for each row in each index. */
    @Override
    protected void checkIntegrity() throws SQLException {
        try (var connection = connect()) {
            assertThat(texts(connection, "pragma integrity_check", 1)).containsExactly("ok");
        }
    }
}
