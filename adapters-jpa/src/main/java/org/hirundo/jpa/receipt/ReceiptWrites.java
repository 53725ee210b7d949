package org.hirundo.jpa.receipt;

import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The receipts within one commit. */
public final class ReceiptWrites {

    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Adds a receipt, placed at the position. */
    public void add(ReceiptChange change, long position) {
        rows.add(ReceiptRow.values(change, position));
    }

    /** Writes what was added. */
    public void flush(Transaction transaction) {
        transaction.upsert(ReceiptRow.TABLE, rows);
        rows.clear();
    }
}
