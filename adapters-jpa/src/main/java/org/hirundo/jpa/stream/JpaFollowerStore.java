package org.hirundo.jpa.stream;

import java.util.Optional;
import org.hirundo.application.port.stream.FollowerStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.jpa.common.Database;

/** The places of followers, one row each. */
public final class JpaFollowerStore implements FollowerStore {

    private final Database database;

    /** On this database. */
    public JpaFollowerStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StreamPosition> cursor(String follower) {
        return database.read(manager -> Optional.ofNullable(manager.find(FollowerRow.class, follower)))
                .map(FollowerRow::position);
    }

    @Override
    public void move(String follower, StreamPosition to) {
        database.change(transaction -> transaction.put(FollowerRow.TABLE, follower, to.value()));
    }
}
