package org.hirundo.jpa.accountdata;

import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The changes of account data within one commit. */
public final class AccountDataWrites {

    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Adds a change, made at the position. */
    public void add(AccountDataChange change, long position) {
        rows.add(new Object[] {
            Text.stored(change.user()),
            AccountDataRow.roomId(change.room()),
            Text.stored(change.type()),
            Json.stored(change.content()),
            position
        });
    }

    /** Writes what was added. */
    public void flush(Transaction transaction) {
        transaction.upsert(AccountDataRow.TABLE, rows);
        rows.clear();
    }
}
