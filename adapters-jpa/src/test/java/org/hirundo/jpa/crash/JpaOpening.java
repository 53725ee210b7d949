package org.hirundo.jpa.crash;

import java.util.List;
import org.hirundo.application.port.Storage;
import org.hirundo.contract.crash.StorageOpening;
import org.hirundo.jpa.JpaConfig;
import org.hirundo.jpa.JpaStorage;
import org.hirundo.jpa.connection.Provider;
import org.hirundo.testdb.TestDatabase;

/** Opens a storage on a relational database in whatever process. */
public final class JpaOpening implements StorageOpening {

    private static final int CONNECTIONS = 4;

    @Override
    public Storage open(List<String> arguments) {
        return JpaStorage.open(new JpaConfig(
                arguments.get(0), arguments.get(1), arguments.get(2), Provider.valueOf(arguments.get(3)), CONNECTIONS));
    }

    /** The arguments for this database and provider. */
    static List<String> arguments(TestDatabase database, Provider provider) {
        return List.of(database.url(), database.user(), database.password(), provider.name());
    }
}
