package org.hirundo.mongo.crash;

import java.util.List;
import org.hirundo.application.port.Storage;
import org.hirundo.contract.crash.StorageOpening;
import org.hirundo.mongo.MongoConfig;
import org.hirundo.mongo.MongoStorage;

/** Opens the storage in whatever process. */
public final class MongoOpening implements StorageOpening {

    static final String DATABASE = "crash";

    @Override
    public Storage open(List<String> arguments) {
        return MongoStorage.open(new MongoConfig(arguments.getFirst(), DATABASE));
    }
}
