package org.hirundo.mongo.key;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Dehydrated devices, one document for each user who has one. */
public final class MongoDehydratedDeviceStore implements DehydratedDeviceStore {

    private final Database database;
    private final MongoCollection<Document> devices;

    /** On this database. */
    public MongoDehydratedDeviceStore(Database database) {
        this.database = database;
        this.devices = database.collection(DehydratedDeviceDocument.COLLECTION);
    }

    @Override
    public Optional<Dehydrated> find(UserId user) {
        return database.call(() -> Optional.ofNullable(
                        devices.find(eq(Fields.ID, user.toString())).first()))
                .map(DehydratedDeviceDocument::dehydrated);
    }
}
