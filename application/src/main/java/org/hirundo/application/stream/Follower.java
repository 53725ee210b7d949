package org.hirundo.application.stream;

import java.time.Duration;
import java.util.List;
import org.hirundo.application.port.event.StoredEvent;

/**
 * Something that reacts to events, behind the back of those who send them. It hands itself to {@link Following#start} when it is
 * made, and is called from then on by one thread, with every accepted event at least once, in stream order: also with those that
 * were sent while the server stood still.
 */
public interface Follower {

    /** Under what name its place in the stream is kept; never changed. */
    String name();

    /** Whether one that never followed begins with the first event there is, rather than with the next one. */
    boolean fromTheBeginning();

    /** How long it lets events gather before it reacts to them together, when nobody waits for it; zero for not at all. */
    Duration pace();

    /**
     * Reacts to the events, which have the form that they have now: one that was redacted since it was sent is seen redacted.
     * When this throws, the same events come again, later; they also do when the server dies, so that doing it twice must do no
     * harm.
     */
    void follow(List<StoredEvent> events);
}
