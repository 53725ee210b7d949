package org.hirundo.mongo.push;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Projections.slice;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** Pushers, one document each, in which what waits for it is an array: so both go together and no array grows beyond a limit. */
public final class MongoPushStore implements PushStore {

    private static final String WAITING_POSITION = PusherDocument.WAITING + "." + PusherDocument.POSITION;

    private final Database database;
    private final MongoCollection<Document> pushers;

    /** On this database. */
    public MongoPushStore(Database database) {
        this.database = database;
        this.pushers = database.collection(PusherDocument.COLLECTION);
    }

    @Override
    public void put(Pusher pusher, boolean alone) {
        var key = pusher.key();
        database.transaction(session -> {
            if (alone) {
                pushers.deleteMany(
                        session,
                        and(
                                eq(PusherDocument.APP, key.app()),
                                eq(PusherDocument.PUSHKEY, key.pushkey()),
                                ne(PusherDocument.USER, key.user().toString())));
            }
            return pushers.updateOne(
                    session,
                    eq(Fields.ID, PusherDocument.id(key)),
                    PusherDocument.update(pusher),
                    new UpdateOptions().upsert(true));
        });
    }

    @Override
    public void remove(Pusher.Key key) {
        database.run(() -> pushers.deleteOne(eq(Fields.ID, PusherDocument.id(key))));
    }

    @Override
    public Optional<Pusher> find(Pusher.Key key) {
        return database.call(() -> Optional.ofNullable(
                        pushers.find(eq(Fields.ID, PusherDocument.id(key))).first()))
                .map(PusherDocument::pusher);
    }

    @Override
    public Map<UserId, List<Pusher>> of(Set<UserId> users) {
        var names = users.stream().map(UserId::toString).toList();
        return database.call(() -> {
            var found = new HashMap<UserId, List<Pusher>>();
            pushers.find(in(PusherDocument.USER, names))
                    .sort(ascending(PusherDocument.USER, PusherDocument.APP, PusherDocument.PUSHKEY))
                    .map(PusherDocument::pusher)
                    .forEach(pusher -> found.computeIfAbsent(pusher.key().user(), user -> new ArrayList<>())
                            .add(pusher));
            return found;
        });
    }

    @Override
    public Set<UserId> users() {
        return database.call(() -> pushers.distinct(PusherDocument.USER, String.class)
                .map(UserId::parse)
                .into(new HashSet<>()));
    }

    @Override
    public void enqueue(Collection<Waiting> pushes, int limit) {
        if (pushes.isEmpty()) {
            return;
        }
        var options = new PushOptions().slice(-limit).sortDocument(ascending(PusherDocument.POSITION));
        var writes = new Writes();
        for (var push : pushes) {
            var absent = and(
                    eq(Fields.ID, PusherDocument.id(push.pusher())),
                    ne(WAITING_POSITION, push.position().value()));
            var addition = pushEach(PusherDocument.WAITING, List.of(PusherDocument.waiting(push)), options);
            writes.add(PusherDocument.COLLECTION, new UpdateOneModel<>(absent, addition));
        }
        database.transaction(session -> {
            writes.send(database, session);
            return Boolean.TRUE;
        });
    }

    @Override
    public List<Waiting> waiting(Pusher.Key key, int limit) {
        return database.call(() -> Optional.ofNullable(pushers.find(eq(Fields.ID, PusherDocument.id(key)))
                        .projection(slice(PusherDocument.WAITING, limit))
                        .first()))
                .map(PusherDocument::waiting)
                .orElse(List.of());
    }

    @Override
    public Set<Pusher.Key> withWaiting() {
        return database.call(() -> pushers.find(gte(WAITING_POSITION, 0L))
                .projection(include(Fields.ID))
                .map(PusherDocument::key)
                .into(new HashSet<>()));
    }

    @Override
    public Map<RoomId, Mailed> mailed(Pusher.Key key) {
        return database.call(() -> Optional.ofNullable(pushers.find(eq(Fields.ID, PusherDocument.id(key)))
                        .projection(include(PusherDocument.MAILED))
                        .first()))
                .map(PusherDocument::mailed)
                .orElse(Map.of());
    }

    @Override
    public void mailed(Pusher.Key key, StreamPosition upTo, Map<RoomId, Mailed> rooms) {
        database.run(() -> pushers.updateOne(
                eq(Fields.ID, PusherDocument.id(key)),
                combine(
                        set(PusherDocument.MAILED, PusherDocument.mailed(rooms)),
                        pull(PusherDocument.WAITING, lte(PusherDocument.POSITION, upTo.value())))));
    }

    @Override
    public void done(Pusher.Key key, StreamPosition upTo) {
        database.run(() -> pushers.updateOne(
                eq(Fields.ID, PusherDocument.id(key)),
                pull(PusherDocument.WAITING, lte(PusherDocument.POSITION, upTo.value()))));
    }
}
