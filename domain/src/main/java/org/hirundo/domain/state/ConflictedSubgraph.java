package org.hirundo.domain.state;

import java.util.Set;
import org.hirundo.domain.id.EventId;

/**
 * The <i>conflicted state subgraph</i> of version 2.1: all paths along {@code auth_events} between events of the conflicted
 * state set, endpoints included.
 */
final class ConflictedSubgraph {

    private ConflictedSubgraph() {}

    /**
     * The subgraph.
     *
     * @param graph the conflicted events and their auth chains, nothing else: so every event of it is at the end of a path
     *     from a conflicted one, and those with a path to one are the subgraph
     */
    static Set<EventId> of(ConflictedState split, AuthGraph graph) {
        return graph.leadingTo(split.events());
    }
}
