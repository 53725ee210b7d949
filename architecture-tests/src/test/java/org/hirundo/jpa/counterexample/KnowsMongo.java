package org.hirundo.jpa.counterexample;

import com.mongodb.client.MongoClient;
import org.hirundo.mongo.MongoStorage;

/** Shares the work with the other storage. */
public final class KnowsMongo {

    MongoClient open(MongoStorage storage) {
        throw new UnsupportedOperationException(storage.toString());
    }
}
