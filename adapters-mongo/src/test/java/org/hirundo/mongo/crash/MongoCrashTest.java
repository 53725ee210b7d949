package org.hirundo.mongo.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.hirundo.contract.crash.CrashContract;
import org.hirundo.contract.crash.StorageOpening;
import org.hirundo.testdb.Mongod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

class MongoCrashTest extends CrashContract {

    private final int port = Mongod.freePort();
    private @Nullable Mongod mongod;

    @BeforeEach
    void onMachinesThatMongodRunsOn() {
        assumeTrue(Mongod.isAvailable(), "mongod is fetched for Linux on x86-64 only");
    }

    @Override
    protected Class<? extends StorageOpening> opening() {
        return MongoOpening.class;
    }

    @Override
    protected List<String> arguments(int round) {
        return List.of(uri() + "&serverSelectionTimeoutMS=10000");
    }

    @Override
    protected void startDatabase() {
        mongod = Mongod.replicaSet(folder.resolve("data"), port);
    }

    @Override
    protected void killDatabase() {
        if (mongod != null) {
            mongod.kill();
        }
    }

    private String uri() {
        return Objects.requireNonNull(mongod, "The server runs").uri();
    }

    /** Walks through all collections and looks for each document in each index. */
    @Override
    protected void checkIntegrity() {
        try (var client = MongoClients.create(uri())) {
            var database = client.getDatabase(MongoOpening.DATABASE);
            for (var collection : database.listCollectionNames()) {
                var outcome = database.runCommand(new Document("validate", collection).append("full", true));
                assertThat(outcome.getBoolean("valid"))
                        .as("%s", outcome.toJson())
                        .isTrue();
            }
        }
    }
}
