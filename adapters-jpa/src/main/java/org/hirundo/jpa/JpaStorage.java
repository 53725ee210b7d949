package org.hirundo.jpa;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.jpa.account.JpaAccountStore;
import org.hirundo.jpa.account.JpaRegistrationTokenStore;
import org.hirundo.jpa.accountdata.JpaAccountDataStore;
import org.hirundo.jpa.appservice.JpaAppserviceStore;
import org.hirundo.jpa.backup.JpaKeyBackupStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.connection.Connections;
import org.hirundo.jpa.connection.Dialect;
import org.hirundo.jpa.connection.PooledConnections;
import org.hirundo.jpa.connection.SqliteConnections;
import org.hirundo.jpa.delayed.JpaDelayedEventStore;
import org.hirundo.jpa.directory.JpaDirectoryStore;
import org.hirundo.jpa.event.JpaEventStore;
import org.hirundo.jpa.filter.JpaFilterStore;
import org.hirundo.jpa.key.JpaDehydratedDeviceStore;
import org.hirundo.jpa.key.JpaDeviceKeyStore;
import org.hirundo.jpa.key.JpaOneTimeKeyStore;
import org.hirundo.jpa.login.JpaLoginTokenStore;
import org.hirundo.jpa.media.JpaMediaStore;
import org.hirundo.jpa.membership.JpaMembershipStore;
import org.hirundo.jpa.preview.JpaPreviewStore;
import org.hirundo.jpa.profile.JpaProfileStore;
import org.hirundo.jpa.profile.WordsOfOldProfiles;
import org.hirundo.jpa.push.JpaPushStore;
import org.hirundo.jpa.receipt.JpaReceiptStore;
import org.hirundo.jpa.relation.JpaRelationStore;
import org.hirundo.jpa.relation.RelationsOfOldEvents;
import org.hirundo.jpa.report.JpaReportStore;
import org.hirundo.jpa.room.JpaRoomStore;
import org.hirundo.jpa.search.JpaSearchStore;
import org.hirundo.jpa.session.JpaSessionStore;
import org.hirundo.jpa.stream.JpaFollowerStore;
import org.hirundo.jpa.stream.JpaStreamStore;
import org.hirundo.jpa.thread.JpaThreadSubscriptionStore;
import org.hirundo.jpa.threepid.JpaThreepidStore;
import org.hirundo.jpa.threepid.JpaValidationStore;
import org.hirundo.jpa.todevice.JpaToDeviceStore;
import org.hirundo.jpa.uia.JpaUiaStore;

/** Opens storages on relational databases. */
public final class JpaStorage {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String UNIT = "hirundo";

    private JpaStorage() {}

    /**
     * Opens the storage; its tables are made, or brought to what this version needs.
     *
     * @throws IllegalArgumentException when the URL is of no database that is known here
     * @throws IllegalStateException when an SQLite file is in use by another server, or on no local disk
     * @throws StorageUnavailable when the database cannot be reached, or its tables do not become what is needed
     */
    public static Storage open(JpaConfig config) {
        return open(config, UnaryOperator.identity());
    }

    /** Opens the storage like {@link #open(JpaConfig)}, for one who wants to stand between it and its connections. */
    static Storage open(JpaConfig config, UnaryOperator<DataSource> between) {
        var dialect = dialect(config.url());
        try {
            return open(config, dialect, between);
        } catch (PoolInitializationException | FlywayException | PersistenceException failure) {
            throw new StorageUnavailable("Cannot open " + config.url() + ": " + failure.getMessage(), failure);
        }
    }

    private static Storage open(JpaConfig config, Dialect dialect, UnaryOperator<DataSource> between) {
        var connections = connections(config, dialect);
        try {
            migrate(connections, dialect);
            var properties = config.provider().properties(dialect);
            properties.put("jakarta.persistence.nonJtaDataSource", between.apply(connections.dataSource()));
            var factory = Persistence.createEntityManagerFactory(UNIT, properties);
            var database = new Database(factory, connections, config.provider(), dialect);
            return storage(database, () -> {
                factory.close();
                connections.close();
            });
        } catch (RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    private static Dialect dialect(String url) {
        if (url.startsWith(SQLITE)) {
            return Dialect.SQLITE;
        } else if (url.startsWith("jdbc:postgresql:")) {
            return Dialect.POSTGRESQL;
        } else if (url.startsWith("jdbc:mariadb:")) {
            return Dialect.MARIADB;
        }
        throw new IllegalArgumentException("No storage for " + url + ": give a URL of SQLite, PostgreSQL or MariaDB");
    }

    private static Connections connections(JpaConfig config, Dialect dialect) {
        return switch (dialect) {
            case SQLITE ->
                SqliteConnections.open(Path.of(config.url().substring(SQLITE.length())), config.connections());
            case POSTGRESQL, MARIADB ->
                new PooledConnections(config.url(), config.user(), config.password(), config.connections());
        };
    }

    private static void migrate(Connections connections, Dialect dialect) {
        connections.writing(() -> Flyway.configure()
                .dataSource(connections.dataSource())
                .locations("classpath:db/migration/" + dialect.folder())
                .javaMigrations(new RelationsOfOldEvents(), new WordsOfOldProfiles())
                .load()
                .migrate());
    }

    private static Storage storage(Database database, Runnable release) {
        return new Storage(
                new JpaStreamStore(database),
                new JpaRoomStore(database),
                new JpaEventStore(database),
                new JpaRelationStore(database),
                new JpaMembershipStore(database),
                new JpaDirectoryStore(database),
                new JpaAccountStore(database),
                new JpaSessionStore(database),
                new JpaUiaStore(database),
                new JpaDeviceKeyStore(database),
                new JpaOneTimeKeyStore(database),
                new JpaDehydratedDeviceStore(database),
                new JpaKeyBackupStore(database),
                new JpaToDeviceStore(database),
                new JpaAccountDataStore(database),
                new JpaProfileStore(database),
                new JpaReceiptStore(database),
                new JpaFilterStore(database),
                new JpaMediaStore(database),
                new JpaPreviewStore(database),
                new JpaFollowerStore(database),
                new JpaSearchStore(database),
                new JpaPushStore(database),
                new JpaReportStore(database),
                new JpaLoginTokenStore(database),
                new JpaDelayedEventStore(database),
                new JpaRegistrationTokenStore(database),
                new JpaThreadSubscriptionStore(database),
                new JpaThreepidStore(database),
                new JpaValidationStore(database),
                new JpaAppserviceStore(database),
                release);
    }
}
