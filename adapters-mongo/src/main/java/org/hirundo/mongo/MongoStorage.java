package org.hirundo.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.hirundo.application.port.Storage;
import org.hirundo.mongo.account.MongoAccountStore;
import org.hirundo.mongo.account.MongoRegistrationTokenStore;
import org.hirundo.mongo.accountdata.MongoAccountDataStore;
import org.hirundo.mongo.appservice.MongoAppserviceStore;
import org.hirundo.mongo.backup.MongoKeyBackupStore;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.delayed.MongoDelayedEventStore;
import org.hirundo.mongo.directory.MongoDirectoryStore;
import org.hirundo.mongo.event.MongoEventStore;
import org.hirundo.mongo.event.MongoRelationStore;
import org.hirundo.mongo.event.RoomRanges;
import org.hirundo.mongo.filter.MongoFilterStore;
import org.hirundo.mongo.key.MongoDehydratedDeviceStore;
import org.hirundo.mongo.key.MongoDeviceKeyStore;
import org.hirundo.mongo.key.MongoOneTimeKeyStore;
import org.hirundo.mongo.login.MongoLoginTokenStore;
import org.hirundo.mongo.media.MongoMediaStore;
import org.hirundo.mongo.membership.MongoMembershipStore;
import org.hirundo.mongo.preview.MongoPreviewStore;
import org.hirundo.mongo.profile.MongoProfileStore;
import org.hirundo.mongo.push.MongoPushStore;
import org.hirundo.mongo.receipt.MongoReceiptStore;
import org.hirundo.mongo.report.MongoReportStore;
import org.hirundo.mongo.room.MongoRoomStore;
import org.hirundo.mongo.room.PublishedRooms;
import org.hirundo.mongo.schema.Schema;
import org.hirundo.mongo.search.MongoSearchStore;
import org.hirundo.mongo.session.MongoSessionStore;
import org.hirundo.mongo.stream.MongoFollowerStore;
import org.hirundo.mongo.stream.MongoStreamStore;
import org.hirundo.mongo.thread.MongoThreadSubscriptionStore;
import org.hirundo.mongo.threepid.MongoThreepidStore;
import org.hirundo.mongo.threepid.MongoValidationStore;
import org.hirundo.mongo.todevice.MongoToDeviceStore;
import org.hirundo.mongo.transaction.ClientTransactions;
import org.hirundo.mongo.uia.MongoUiaStore;

/** Opens the storage on a MongoDB. */
public final class MongoStorage {

    /** MongoDB 6.0 as servers tell it. */
    private static final int OLDEST_WIRE_VERSION = 17;

    /** How long to look for the primary, unless the connection string says so: long enough for an election. */
    private static final int SERVER_SELECTION_SECONDS = 15;

    private MongoStorage() {}

    /**
     * Connects, brings the database up to date and opens all stores.
     *
     * @throws UnsuitableServer when the server is too old or belongs to no replica set
     * @throws org.hirundo.mongo.schema.NewerSchema when a later release used the database
     * @throws org.hirundo.application.port.StorageUnavailable when the server cannot be reached
     */
    public static Storage open(MongoConfig config) {
        return open(config, List.of());
    }

    static Storage open(MongoConfig config, List<CommandListener> listeners) {
        var client = MongoClients.create(settings(config, listeners));
        try {
            var database = new Database(client, config.database());
            checkServer(database);
            new Schema(database).bringUpToDate();
            return stores(client, database);
        } catch (RuntimeException failure) {
            client.close();
            throw failure;
        }
    }

    private static MongoClientSettings settings(MongoConfig config, List<CommandListener> listeners) {
        var connection = new ConnectionString(config.uri());
        var settings = MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(connection)
                .applicationName("hirundo")
                .readPreference(ReadPreference.primary())
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .retryReads(true)
                .retryWrites(true);
        listeners.forEach(settings::addCommandListener);
        return settings.build();
    }

    private static void checkServer(Database database) {
        var hello = database.command(new Document("hello", 1));
        if (hello.getInteger("maxWireVersion", 0) < OLDEST_WIRE_VERSION) {
            throw new UnsuitableServer("Hirundo needs MongoDB 6.0 or newer.");
        }
        // A router of a sharded cluster is no member of a set itself; its shards always are.
        if (!hello.containsKey("setName") && !"isdbgrid".equals(hello.getString("msg"))) {
            throw new UnsuitableServer(
                    "The MongoDB server is a stand-alone one, which knows no transactions. Start mongod"
                            + " with --replSet rs0, run rs.initiate() once in mongosh, and add replicaSet=rs0 to the connection"
                            + " string. One member is enough.");
        }
    }

    private static Storage stores(MongoClient client, Database database) {
        var transactions = new ClientTransactions(database);
        var ranges = new RoomRanges(database);
        return new Storage(
                new MongoStreamStore(database, transactions),
                new MongoRoomStore(database, ranges),
                new MongoEventStore(database, ranges, transactions),
                new MongoRelationStore(database),
                new MongoMembershipStore(database),
                new MongoDirectoryStore(database, new PublishedRooms(database)),
                new MongoAccountStore(database),
                new MongoSessionStore(database),
                new MongoUiaStore(database),
                new MongoDeviceKeyStore(database),
                new MongoOneTimeKeyStore(database),
                new MongoDehydratedDeviceStore(database),
                new MongoKeyBackupStore(database),
                new MongoToDeviceStore(database),
                new MongoAccountDataStore(database),
                new MongoProfileStore(database),
                new MongoReceiptStore(database),
                new MongoFilterStore(database),
                new MongoMediaStore(database),
                new MongoPreviewStore(database),
                new MongoFollowerStore(database),
                new MongoSearchStore(database),
                new MongoPushStore(database),
                new MongoReportStore(database),
                new MongoLoginTokenStore(database),
                new MongoDelayedEventStore(database),
                new MongoRegistrationTokenStore(database),
                new MongoThreadSubscriptionStore(database),
                new MongoThreepidStore(database),
                new MongoValidationStore(database),
                new MongoAppserviceStore(database),
                client::close);
    }
}
