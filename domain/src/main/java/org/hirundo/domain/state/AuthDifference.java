package org.hirundo.domain.state;

import java.util.HashSet;
import java.util.Set;
import org.hirundo.domain.id.EventId;

/**
 * The <i>auth difference</i>: the events that are in the full auth chain of one of the states but not of all.
 *
 * <p>A state's events count as part of its full auth chain here. The specification can be read either way; servers agree on
 * this one, and they have to: an event that all states have, but that only the conflicted events of one of them cite,
 * would otherwise take part in the resolution on some servers and not on others.
 */
final class AuthDifference {

    private AuthDifference() {}

    /** The auth difference of the states that were split. */
    static Set<EventId> of(ConflictedState split, AuthGraph graph, EventSource source) {
        var inSome = new HashSet<EventId>();
        var inAll = graph.withAuthChains(split.byState().getFirst());
        for (var conflicted : split.byState()) {
            var chain = graph.withAuthChains(conflicted);
            inSome.addAll(chain);
            inAll.retainAll(chain);
        }
        inSome.removeAll(inAll);
        // What the states agree on, and its auth chain, is in the auth chain of each of them.
        inSome.removeAll(source.inAuthChains(split.unconflicted(), inSome));
        return inSome;
    }
}
