package org.hirundo.mongo.common;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The writes of a transaction, gathered by collection: within a collection they are done in the order they were added, and
 * as few commands as that allows are sent.
 */
public final class Writes {

    private final Map<String, List<WriteModel<Document>>> byCollection = new LinkedHashMap<>();

    /** Adds a write. */
    public void add(String collection, WriteModel<Document> write) {
        byCollection.computeIfAbsent(collection, name -> new ArrayList<>()).add(write);
    }

    /** Does them all. */
    public void send(Database database, ClientSession session) {
        byCollection.forEach(
                (collection, writes) -> database.collection(collection).bulkWrite(session, writes));
    }
}
