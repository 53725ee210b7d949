package org.hirundo.domain.receipt;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How far one user has read one room, by timeline position: what is read is no longer notified of.
 *
 * <p>Public and private receipts count alike, whichever is further ahead. An unthreaded receipt covers everything before it,
 * a threaded one only what is in its thread.
 *
 * @param everywhere the position up to which all is read; nothing is when it is negative
 * @param inThreads the positions up to which threads are read
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#marking-notifications-as-read">Marking as read</a>
 */
public record ReadUpTo(long everywhere, Map<ReceiptThread, Long> inThreads) {

    /** Nothing is read. */
    public static final ReadUpTo NOTHING = new ReadUpTo(-1, Map.of());

    public ReadUpTo {
        inThreads = Map.copyOf(inThreads);
    }

    /** What the receipts of one user in one room come to. */
    public static ReadUpTo of(Collection<Receipt.Placed> receipts) {
        var readUpTo = NOTHING;
        for (var placed : receipts) {
            readUpTo = readUpTo.with(placed.receipt().thread(), placed.position());
        }
        return readUpTo;
    }

    /**
     * With what is in the thread read up to the position as well. Also for messages the user sent: whoever writes in a
     * thread has read it.
     */
    public ReadUpTo with(ReceiptThread thread, long position) {
        if (thread instanceof ReceiptThread.Unthreaded) {
            return new ReadUpTo(Math.max(everywhere, position), inThreads);
        }
        var threads = new HashMap<>(inThreads);
        threads.merge(thread, position, Math::max);
        return new ReadUpTo(everywhere, threads);
    }

    /** The furthest position that is read, in any thread; negative when nothing is. */
    public long furthest() {
        return inThreads.values().stream().mapToLong(Long::longValue).reduce(everywhere, Math::max);
    }

    /**
     * Whether an event is read.
     *
     * @param thread the thread the event is in, or {@link ReceiptThread#mainTimeline}
     */
    public boolean covers(ReceiptThread thread, long position) {
        return position <= everywhere || position <= inThreads.getOrDefault(thread, -1L);
    }
}
