package org.hirundo.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import org.bson.Document;
import org.hirundo.application.port.Storage;
import org.hirundo.testdb.MongoServer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A storage that is empty when a test begins. All tests of a JVM share its database. */
public final class EmptyStorage implements BeforeEachCallback {

    private static final CountedCommands COMMANDS = new CountedCommands();
    private static final String DATABASE = MongoServer.shared().newDatabaseName();
    private static final Storage STORAGE =
            MongoStorage.open(new MongoConfig(MongoServer.shared().uri(), DATABASE), List.of(COMMANDS));
    private static final MongoClient CLIENT =
            MongoClients.create(MongoServer.shared().uri());

    /** The storage. */
    public Storage storage() {
        return STORAGE;
    }

    /** What the storage sends to the server. */
    public CountedCommands commands() {
        return COMMANDS;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        var database = CLIENT.getDatabase(DATABASE);
        for (var collection : database.listCollectionNames()) {
            if (!collection.equals("schema_version")) {
                database.getCollection(collection).deleteMany(new Document());
            }
        }
    }
}
