package org.hirundo.jpa.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.Transaction;

/** Pushers and what waits for them, one row each. */
public final class JpaPushStore implements PushStore {

    private static final String OF_USERS =
            "select p from PusherRow p where p.userId in ?1 order by p.userId, p.app, p.pushkey";
    private static final String THERE = "select p.id from PusherRow p where p.id in ?1";
    private static final String NEWEST_WAITING =
            "select w from WaitingRow w where w.pusher = ?1 order by w.streamPosition desc";
    private static final String WAITING = "select w from WaitingRow w where w.pusher = ?1 order by w.streamPosition";
    private static final String WITH_WAITING =
            "select p from PusherRow p where p.id in (select w.pusher from WaitingRow w)";
    private static final String DONE = "delete from WaitingRow w where w.pusher = ?1 and w.streamPosition <= ?2";

    private final Database database;

    /** On this database. */
    public JpaPushStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(Pusher pusher, boolean alone) {
        database.change(transaction -> {
            if (alone) {
                removeOthers(transaction, pusher.key());
            }
            transaction
                    .hold(PusherRow.class, PusherRow.id(pusher.key()))
                    .ifPresentOrElse(row -> row.set(pusher), () -> transaction.add(new PusherRow(pusher)));
        });
    }

    private static void removeOthers(Transaction transaction, Pusher.Key key) {
        var target = PusherRow.target(key);
        var user = key.user().toString();
        transaction.change(
                "delete from WaitingRow w where w.pusher in"
                        + " (select p.id from PusherRow p where p.target = ?1 and p.userId <> ?2)",
                target,
                user);
        transaction.change("delete from PusherRow p where p.target = ?1 and p.userId <> ?2", target, user);
    }

    @Override
    public void remove(Pusher.Key key) {
        var id = PusherRow.id(key);
        database.change(transaction -> {
            transaction.change("delete from WaitingRow w where w.pusher = ?1", id);
            transaction.change("delete from PusherRow p where p.id = ?1", id);
        });
    }

    @Override
    public Optional<Pusher> find(Pusher.Key key) {
        return database.read(manager -> Optional.ofNullable(manager.find(PusherRow.class, PusherRow.id(key))))
                .map(PusherRow::pusher);
    }

    @Override
    public Map<UserId, List<Pusher>> of(Set<UserId> users) {
        var rows = database.read(
                manager -> Batches.ask(Ids.of(users), some -> Queries.list(manager, OF_USERS, PusherRow.class, some)));
        var found = new HashMap<UserId, List<Pusher>>();
        for (var row : rows) {
            found.computeIfAbsent(row.key().user(), user -> new ArrayList<>()).add(row.pusher());
        }
        return found;
    }

    @Override
    public Set<UserId> users() {
        return database
                .read(manager -> Queries.list(manager, "select distinct p.userId from PusherRow p", String.class))
                .stream()
                .map(UserId::parse)
                .collect(Collectors.toSet());
    }

    @Override
    public void enqueue(Collection<Waiting> pushes, int limit) {
        if (pushes.isEmpty()) {
            return;
        }
        database.change(transaction -> {
            var pushers =
                    pushes.stream().map(push -> PusherRow.id(push.pusher())).collect(Collectors.toSet());
            var there = Set.copyOf(
                    Batches.ask(pushers, some -> Queries.list(transaction.manager(), THERE, String.class, some)));
            var rows = pushes.stream()
                    .filter(push -> there.contains(PusherRow.id(push.pusher())))
                    .map(WaitingRow::values)
                    .toList();
            transaction.putAll(WaitingRow.TABLE, rows);
            there.forEach(pusher -> dropOldest(transaction, pusher, limit));
        });
    }

    private static void dropOldest(Transaction transaction, String pusher, int limit) {
        transaction
                .query(NEWEST_WAITING, WaitingRow.class, pusher)
                .setFirstResult(limit)
                .setMaxResults(1)
                .getResultList()
                .forEach(newestToGo -> transaction.change(DONE, pusher, newestToGo.position()));
    }

    @Override
    public List<Waiting> waiting(Pusher.Key key, int limit) {
        return database
                .read(manager -> Queries.of(manager, WAITING, WaitingRow.class, PusherRow.id(key))
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(row -> row.waiting(key))
                .toList();
    }

    @Override
    public Set<Pusher.Key> withWaiting() {
        return database.read(manager -> Queries.list(manager, WITH_WAITING, PusherRow.class)).stream()
                .map(PusherRow::key)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<RoomId, Mailed> mailed(Pusher.Key key) {
        return database.read(manager -> Optional.ofNullable(manager.find(PusherRow.class, PusherRow.id(key))))
                .map(PusherRow::mailed)
                .orElse(Map.of());
    }

    @Override
    public void mailed(Pusher.Key key, StreamPosition upTo, Map<RoomId, Mailed> rooms) {
        var id = PusherRow.id(key);
        database.change(transaction -> {
            transaction.hold(PusherRow.class, id).ifPresent(row -> row.setMailed(rooms));
            transaction.change(DONE, id, upTo.value());
        });
    }

    @Override
    public void done(Pusher.Key key, StreamPosition upTo) {
        database.change(transaction -> transaction.change(DONE, PusherRow.id(key), upTo.value()));
    }
}
