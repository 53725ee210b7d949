package org.hirundo.jpa.common;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** A step in the history of the schema that fills in what only the program can compute, the same on every database. */
public abstract class ComputedMigration implements JavaMigration {

    /** How many rows are read at once. */
    protected static final int BATCH = 500;

    private final MigrationVersion version;
    private final String description;

    /** The step of this version; neither is ever changed. */
    protected ComputedMigration(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
