package org.hirundo.jpa.thread;

import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of subscriptions to threads. */
public final class ThreadSubscriptionWrites {

    private ThreadSubscriptionWrites() {}

    /** The subscription takes the place of the one before. */
    public static void put(Transaction transaction, ThreadSubscriptionChange change, StreamPosition position) {
        transaction.put(ThreadSubscriptionRow.TABLE, ThreadSubscriptionRow.values(change, position));
    }
}
