package org.hirundo.jpa.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.jpa.common.Dialect;

/** Brings a database to the schema of this release, from an empty one or from that of any release before. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs the steps that were not run yet.
     *
     * @throws StorageUnavailable when a step fails, or the database is of a later release
     */
    public static void run(Dialect dialect, DataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/" + dialect.vendor())
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StorageUnavailable("The schema could not be brought up to date: " + failure.getMessage(), failure);
        }
    }
}
