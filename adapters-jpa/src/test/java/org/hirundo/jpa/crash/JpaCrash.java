package org.hirundo.jpa.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.contract.crash.CrashContract;
import org.hirundo.contract.crash.StorageOpening;
import org.hirundo.jpa.connection.Provider;
import org.hirundo.testdb.TestDatabase;

/** The storage is opened with one provider after the other, so that each finds what the other one wrote. */
abstract class JpaCrash extends CrashContract {

    private static final Provider[] PROVIDERS = Provider.values();

    /** The database, while it runs. */
    abstract TestDatabase database();

    @Override
    protected final Class<? extends StorageOpening> opening() {
        return JpaOpening.class;
    }

    @Override
    protected final List<String> arguments(int round) {
        return JpaOpening.arguments(database(), PROVIDERS[round % PROVIDERS.length]);
    }

    /** A connection beside those of the storage. */
    final Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database().url(), database().user(), database().password());
    }

    /** The texts in a column of what the query finds. */
    static List<String> texts(Connection connection, String sql, int column) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(column));
            }
            return texts;
        }
    }
}
