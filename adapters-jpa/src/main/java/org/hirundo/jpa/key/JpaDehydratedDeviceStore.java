package org.hirundo.jpa.key;

import java.util.Optional;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;

/** Dehydrated devices, one row for each user who has one. */
public final class JpaDehydratedDeviceStore implements DehydratedDeviceStore {

    private final Database database;

    /** On this database. */
    public JpaDehydratedDeviceStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Dehydrated> find(UserId user) {
        return database.read(manager -> Optional.ofNullable(manager.find(DehydratedDeviceRow.class, user.toString())))
                .map(DehydratedDeviceRow::dehydrated);
    }
}
