package org.hirundo.jpa.threepid;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.threepid.Validation;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.StoredText;

/** Validations, one row each. Who changes one holds its row. */
public final class JpaValidationStore implements ValidationStore {

    private final Database database;

    /** On this database. */
    public JpaValidationStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean begin(Validation validation, Instant now) {
        return database.write(transaction -> {
            var held = transaction.hold(ValidationRow.class, validation.sid());
            if (held.isEmpty()) {
                transaction.add(new ValidationRow(validation));
                return true;
            }
            var before = held.get().validation();
            var isNew = !before.expiresAt().isAfter(now)
                    || (before.validatedAt().isEmpty() && before.sendAttempt() < validation.sendAttempt());
            if (isNew) {
                held.get().set(validation);
            }
            return isNew;
        });
    }

    @Override
    public Optional<Validation> find(String sid, Instant now) {
        var stored = StoredText.of(sid);
        return database.read(manager -> Optional.ofNullable(manager.find(ValidationRow.class, stored)))
                .map(ValidationRow::validation)
                .filter(found -> found.expiresAt().isAfter(now));
    }

    @Override
    public boolean validate(String sid, TokenHash token, Instant now) {
        return database.write(transaction -> {
            var row = transaction
                    .hold(ValidationRow.class, StoredText.of(sid))
                    .filter(held -> held.validation().expiresAt().isAfter(now)
                            && held.validation().token().equals(token));
            row.ifPresent(held -> held.setValidated(now));
            return row.isPresent();
        });
    }

    @Override
    public boolean remove(String sid) {
        return database.write(transaction ->
                transaction.change("delete from ValidationRow v where v.sid = ?1", StoredText.of(sid)) == 1);
    }

    @Override
    public void removeExpired(Instant now) {
        database.change(transaction ->
                transaction.change("delete from ValidationRow v where v.expiresAt < ?1", now.toEpochMilli()));
    }
}
