package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/**
 * Brings the database's schema up to date. Of several processes that start at the same time one does the work, under a
 * lease by the server's clock, and the others wait; when it dies, another one goes on once the lease has run out.
 */
public final class Schema {

    private static final String COLLECTION = "schema_version";
    private static final String SCHEMA = "schema";
    private static final String OWNER = "lease.owner";
    private static final String LEASE = "lease";
    private static final String VERSION = "version";

    private static final Duration LEASE_TIME = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private final MongoCollection<Document> versions;
    private final String owner = new ObjectId().toHexString();

    /** Of this database. */
    public Schema(Database database) {
        this.database = database;
        this.versions = database.collection(COLLECTION);
    }

    /**
     * Does what is left to do; nothing, at the cost of one read, when the schema is up to date.
     *
     * @throws NewerSchema when a later release used the database
     */
    public void bringUpToDate() {
        while (version() < Migrations.latest()) {
            if (takeLease()) {
                for (var step : Migrations.after(version())) {
                    step.action().accept(database);
                    note(step.version());
                }
                database.run(() -> versions.updateOne(held(), unset(LEASE)));
            } else {
                pause();
            }
        }
    }

    private int version() {
        int version = database.call(() ->
                        Optional.ofNullable(versions.find(eq(Fields.ID, SCHEMA)).first()))
                .map(document -> document.getInteger(VERSION))
                .orElse(0);
        if (version > Migrations.latest()) {
            throw new NewerSchema(version, Migrations.latest());
        }
        return version;
    }

    /** Takes the lease if nobody has it. */
    private boolean takeLease() {
        var schema = eq(Fields.ID, SCHEMA);
        var free = expr(new Document("$lt", List.of(new Document("$ifNull", List.of("$lease.until", 0)), "$$NOW")));
        return database.call(() -> {
            versions.updateOne(schema, setOnInsert(VERSION, 0), new UpdateOptions().upsert(true));
            return versions.updateOne(and(schema, free), lease()).getMatchedCount() == 1;
        });
    }

    private List<Bson> lease() {
        var until = new Document("$add", List.of("$$NOW", LEASE_TIME.toMillis()));
        return List.of(new Document("$set", new Document(LEASE, new Document("owner", owner).append("until", until))));
    }

    /** The step is done. Who lost the lease meanwhile does not go on. */
    private void note(int version) {
        var done = List.of(lease().getFirst(), new Document("$set", new Document(VERSION, version)));
        boolean stillHeld = database.call(() -> versions.updateOne(held(), done).getMatchedCount() == 1);
        if (!stillHeld) {
            throw new IllegalStateException("Another process took over the migration of the database");
        }
    }

    private Bson held() {
        return and(eq(Fields.ID, SCHEMA), eq(OWNER, owner));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while another process migrates the database", interrupted);
        }
    }
}
