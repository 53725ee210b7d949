package org.hirundo.jpa.accountdata;

import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of account data. */
public final class AccountDataWrites {

    private AccountDataWrites() {}

    /** The content takes the place of the one before. */
    public static void put(Transaction transaction, AccountDataChange change, StreamPosition position) {
        transaction.put(AccountDataRow.TABLE, AccountDataRow.values(change, position));
    }
}
