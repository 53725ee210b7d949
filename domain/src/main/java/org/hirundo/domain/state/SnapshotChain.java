package org.hirundo.domain.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.EventId;

/**
 * A snapshot together with its base, the base of that, and so on: all it takes to tell the state, and to write the next
 * snapshot without reading anything.
 *
 * <p>A chain of ordinal <i>n</i> has as many links as <i>n</i> has set bits, so a state is read from at most
 * log<sub>2</sub> <i>n</i> + 1 snapshots, while a change is written log<sub>2</sub>(<i>n</i>) / 2 times on average. The
 * states of the links share their structure, so a chain takes little more memory than its latest state.
 *
 * <p>Where the event graph forks, each branch appends to the chain it started from; snapshots before the fork are shared.
 */
public final class SnapshotChain {

    /** The chain of a room that has no state yet. */
    public static final SnapshotChain EMPTY = new SnapshotChain(List.of());

    /** From the root to the latest. */
    private final List<Link> links;

    private record Link(EventId id, long ordinal, StateMap state) {}

    private SnapshotChain(List<Link> links) {
        this.links = List.copyOf(links);
    }

    /**
     * The chain of snapshots as they are stored.
     *
     * @param fromLatestToRoot a snapshot, its base, the base of its base, until there is none
     * @throws IllegalArgumentException if one is not the base of the one before it, or the last has a base
     */
    public static SnapshotChain of(List<Snapshot> fromLatestToRoot) {
        var links = new ArrayList<Link>(fromLatestToRoot.size());
        var base = Optional.<EventId>empty();
        long baseOrdinal = 0;
        var state = StateMap.EMPTY;
        for (var snapshot : fromLatestToRoot.reversed()) {
            if (!snapshot.base().equals(base) || snapshot.baseOrdinal() != baseOrdinal) {
                throw new IllegalArgumentException("Base of " + snapshot.id() + " is not " + base);
            }
            state = state.apply(snapshot.delta());
            links.add(new Link(snapshot.id(), snapshot.ordinal(), state));
            base = Optional.of(snapshot.id());
            baseOrdinal = snapshot.ordinal();
        }
        return new SnapshotChain(links);
    }

    /** The state of the latest snapshot, or the empty state. */
    public StateMap state() {
        return links.isEmpty() ? StateMap.EMPTY : links.getLast().state();
    }

    /** The name of the latest snapshot. */
    public Optional<EventId> id() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.getLast().id());
    }

    /**
     * The chain with one more snapshot, the state after the change.
     *
     * @param id the event after which the room first has that state
     */
    public SnapshotChain append(EventId id, StateDelta change) {
        return append(id, state().apply(change));
    }

    /**
     * The chain with one more snapshot.
     *
     * @param id the event after which the room first has this state
     */
    public SnapshotChain append(EventId id, StateMap state) {
        long ordinal = links.isEmpty() ? 1 : links.getLast().ordinal() + 1;
        long baseOrdinal = Snapshot.baseOrdinal(ordinal);
        var kept = new ArrayList<Link>(links.size() + 1);
        for (var link : links) {
            if (link.ordinal() <= baseOrdinal) {
                kept.add(link);
            }
        }
        kept.add(new Link(id, ordinal, state));
        return new SnapshotChain(kept);
    }

    /**
     * The latest snapshot, as it is to be stored. Costs about as much as the delta is long.
     *
     * @throws IllegalStateException if the chain is empty
     */
    public Snapshot latest() {
        if (links.isEmpty()) {
            throw new IllegalStateException("A room without state has no snapshot");
        }
        var latest = links.getLast();
        if (links.size() == 1) {
            return new Snapshot(latest.id(), latest.ordinal(), Optional.empty(), StateMap.EMPTY.diff(latest.state()));
        }
        var base = links.get(links.size() - 2);
        return new Snapshot(
                latest.id(),
                latest.ordinal(),
                Optional.of(base.id()),
                base.state().diff(latest.state()));
    }
}
