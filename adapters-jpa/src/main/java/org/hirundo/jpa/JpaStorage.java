package org.hirundo.jpa;

import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hirundo.application.port.Storage;
import org.hirundo.jpa.account.JpaAccountStore;
import org.hirundo.jpa.accountdata.JpaAccountDataStore;
import org.hirundo.jpa.backup.JpaKeyBackupStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.directory.JpaDirectoryStore;
import org.hirundo.jpa.event.JpaEventStore;
import org.hirundo.jpa.filter.JpaFilterStore;
import org.hirundo.jpa.key.JpaDeviceKeyStore;
import org.hirundo.jpa.key.JpaOneTimeKeyStore;
import org.hirundo.jpa.media.JpaMediaStore;
import org.hirundo.jpa.membership.JpaMembershipStore;
import org.hirundo.jpa.profile.JpaProfileStore;
import org.hirundo.jpa.receipt.JpaReceiptStore;
import org.hirundo.jpa.room.JpaRoomStore;
import org.hirundo.jpa.schema.Migrations;
import org.hirundo.jpa.session.JpaSessionStore;
import org.hirundo.jpa.stream.JpaStreamStore;
import org.hirundo.jpa.todevice.JpaToDeviceStore;
import org.hirundo.jpa.uia.JpaUiaStore;

/** Opens storage on a relational database. */
public final class JpaStorage {

    private JpaStorage() {}

    /**
     * Connects to the database and brings its schema up to date.
     *
     * @throws org.hirundo.application.port.StorageUnavailable when the database cannot be used; the message says why
     */
    public static Storage open(JpaConfig config) {
        return open(config, source -> source);
    }

    /** As {@link #open(JpaConfig)}, with something put between the stores and the database. */
    static Storage open(JpaConfig config, UnaryOperator<DataSource> between) {
        var connections = Connections.open(config);
        try {
            Migrations.run(config.dialect(), connections.writer());
            var database =
                    new Database(config.provider(), config.dialect(), between.apply(connections.routed()));
            return storage(database, () -> {
                database.close();
                connections.close();
            });
        } catch (RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    private static Storage storage(Database database, Runnable release) {
        return new Storage(
                new JpaStreamStore(database),
                new JpaRoomStore(database),
                new JpaEventStore(database),
                new JpaMembershipStore(database),
                new JpaDirectoryStore(database),
                new JpaAccountStore(database),
                new JpaSessionStore(database),
                new JpaUiaStore(database),
                new JpaDeviceKeyStore(database),
                new JpaOneTimeKeyStore(database),
                new JpaKeyBackupStore(database),
                new JpaToDeviceStore(database),
                new JpaAccountDataStore(database),
                new JpaProfileStore(database),
                new JpaReceiptStore(database),
                new JpaFilterStore(database),
                new JpaMediaStore(database),
                release);
    }
}
