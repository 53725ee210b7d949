package org.hirundo.jpa.appservice;

import java.util.Optional;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.jpa.common.Database;

/** How far application services are, one row each. */
public final class JpaAppserviceStore implements AppserviceStore {

    private final Database database;

    /** On this database. */
    public JpaAppserviceStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Progress> progress(String service) {
        return database.read(manager -> Optional.ofNullable(manager.find(ServiceProgressRow.class, service)))
                .map(ServiceProgressRow::progress);
    }

    @Override
    public void note(String service, Progress progress) {
        database.change(
                transaction -> transaction.put(ServiceProgressRow.TABLE, ServiceProgressRow.of(service, progress)));
    }
}
