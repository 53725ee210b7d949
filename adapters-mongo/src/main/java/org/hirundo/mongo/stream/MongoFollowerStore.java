package org.hirundo.mongo.stream;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.stream.FollowerStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** The places of followers, one document each. */
public final class MongoFollowerStore implements FollowerStore {

    private static final String POSITION = "position";

    private final Database database;
    private final MongoCollection<Document> followers;

    /** On this database. */
    public MongoFollowerStore(Database database) {
        this.database = database;
        this.followers = database.collection("followers");
    }

    @Override
    public Optional<StreamPosition> cursor(String follower) {
        return database.call(() -> Optional.ofNullable(
                        followers.find(eq(Fields.ID, follower)).first()))
                .map(document -> new StreamPosition(document.getLong(POSITION)));
    }

    @Override
    public void move(String follower, StreamPosition to) {
        database.run(() -> followers.updateOne(
                eq(Fields.ID, follower), set(POSITION, to.value()), new UpdateOptions().upsert(true)));
    }
}
