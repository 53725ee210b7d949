package org.hirundo.contract.story;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a storage sends to its database. The adapter's tests listen where its driver is called and tell this one; each entry is
 * one round trip, and a batch is one.
 */
public final class Traffic {

    private static final String COMMIT = "commit";

    private final List<String> sent = new CopyOnWriteArrayList<>();

    /** A statement or a command, by a text that tells which. */
    public void statement(String text) {
        sent.add(text);
    }

    /** The end of a transaction that is made durable. */
    public void commit() {
        sent.add(COMMIT);
    }

    /** What the work sends. */
    Sent during(Runnable work) {
        sent.clear();
        work.run();
        return new Sent(List.copyOf(sent));
    }

    /** What was sent, in order. */
    record Sent(List<String> trips) {

        Cost cost() {
            int commits = Math.toIntExact(trips.stream().filter(COMMIT::equals).count());
            return new Cost(commits, trips.size() - commits);
        }
    }

    /**
     * What a call costs.
     *
     * @param transactions how many transactions were committed; a read needs none
     * @param statements how many statements or commands were sent, the commits not among them
     */
    public record Cost(int transactions, int statements) {

        /** A call that is answered from memory. */
        public static final Cost NONE = new Cost(0, 0);
    }
}
