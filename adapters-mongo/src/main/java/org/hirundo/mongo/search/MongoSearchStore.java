package org.hirundo.mongo.search;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** One document for each event, with its terms in an array that is indexed. Its identity is the event's position. */
public final class MongoSearchStore implements SearchStore {

    private static final String COLLECTION = "search_entries";
    private static final String ROOM = "room";
    private static final String TERMS = "terms";
    private static final String KEY = "key";
    private static final String EVENT = "event";

    private final Database database;
    private final MongoCollection<Document> entries;

    /** On this database. */
    public MongoSearchStore(Database database) {
        this.database = database;
        this.entries = database.collection(COLLECTION);
    }

    @Override
    public void index(Collection<Entry> added, Set<StreamPosition> removed) {
        var writes = new Writes();
        added.stream()
                .filter(entry -> !removed.contains(entry.position()))
                .map(MongoSearchStore::document)
                .forEach(document -> writes.add(
                        COLLECTION,
                        new ReplaceOneModel<>(
                                eq(Fields.ID, document.getLong(Fields.ID)),
                                document,
                                new ReplaceOptions().upsert(true))));
        if (!removed.isEmpty()) {
            var positions = removed.stream().map(StreamPosition::value).toList();
            writes.add(COLLECTION, new DeleteManyModel<>(in(Fields.ID, positions)));
        }
        database.transaction(session -> {
            writes.send(database, session);
            return Boolean.TRUE;
        });
    }

    private static Document document(Entry entry) {
        return new Document(Fields.ID, entry.position().value())
                .append(EVENT, entry.event().toString())
                .append(ROOM, entry.room().toString())
                .append(KEY, entry.key().toString())
                .append(TERMS, List.copyOf(entry.terms()));
    }

    @Override
    public List<Hit> find(Question question, Optional<StreamPosition> before, int limit) {
        if (question.isVoid() || limit < 1) {
            return List.of();
        }
        return database.call(() -> entries.find(matching(question, before))
                .projection(include(EVENT))
                .sort(descending(Fields.ID))
                .limit(limit)
                .map(document -> new Hit(
                        new StreamPosition(document.getLong(Fields.ID)), new EventId(document.getString(EVENT))))
                .into(new ArrayList<>()));
    }

    @Override
    public int count(Question question, int atMost) {
        return question.isVoid()
                ? 0
                : database.call(() -> Math.toIntExact(entries.countDocuments(
                        matching(question, Optional.empty()), new CountOptions().limit(atMost))));
    }

    private static Bson matching(Question question, Optional<StreamPosition> before) {
        var conditions = new ArrayList<Bson>();
        conditions.add(in(ROOM, question.rooms().stream().map(RoomId::toString).toList()));
        conditions.add(all(TERMS, List.copyOf(question.terms())));
        conditions.add(in(KEY, question.keys().stream().map(SearchKey::toString).toList()));
        before.ifPresent(position -> conditions.add(lt(Fields.ID, position.value())));
        return and(conditions);
    }
}
