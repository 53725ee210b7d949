package org.hirundo.jpa.receipt;

import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of receipts. */
public final class ReceiptWrites {

    private ReceiptWrites() {}

    /** The receipt takes the place of the one before. */
    public static void put(Transaction transaction, ReceiptChange receipt, StreamPosition position) {
        transaction.put(ReceiptRow.TABLE, ReceiptRow.values(receipt, position));
    }
}
