package org.hirundo.mongo.appservice;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** How far application services are, one document each. */
public final class MongoAppserviceStore implements AppserviceStore {

    private static final String POSITION = "position";
    private static final String NUMBER = "transaction";
    private static final String UNACKNOWLEDGED = "unacknowledged";

    private final Database database;
    private final MongoCollection<Document> services;

    /** On this database. */
    public MongoAppserviceStore(Database database) {
        this.database = database;
        this.services = database.collection("application_services");
    }

    @Override
    public Optional<Progress> progress(String service) {
        return database.call(() -> Optional.ofNullable(
                        services.find(eq(Fields.ID, service)).first()))
                .map(document -> new Progress(
                        new StreamPosition(document.getLong(POSITION)),
                        document.getLong(NUMBER),
                        document.containsKey(UNACKNOWLEDGED)
                                ? Optional.of(Json.object(document, UNACKNOWLEDGED))
                                : Optional.empty()));
    }

    @Override
    public void note(String service, Progress progress) {
        var document = new Document(Fields.ID, service)
                .append(POSITION, progress.upTo().value())
                .append(NUMBER, progress.number());
        progress.unacknowledged().ifPresent(body -> document.append(UNACKNOWLEDGED, Json.stored(body)));
        database.run(() -> services.replaceOne(eq(Fields.ID, service), document, new ReplaceOptions().upsert(true)));
    }
}
