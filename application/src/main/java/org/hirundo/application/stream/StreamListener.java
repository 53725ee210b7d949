package org.hirundo.application.stream;

import java.util.List;

/**
 * Keeps something in memory in step with the stream.
 *
 * <p>It is called by the committer's thread, in stream order, before the position is visible and before the callers whose
 * changes these are go on. So it is quick, never blocks and never throws.
 */
@FunctionalInterface
public interface StreamListener {

    /** These changes are durable, in this order. */
    void committed(List<Committed> batch);
}
