package org.hirundo.application.port.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.search.SearchKey;

/**
 * Which events hold which terms. The events themselves are in the {@link org.hirundo.application.port.event.EventStore}, by
 * whose positions they are known here.
 */
public interface SearchStore {

    /**
     * Adds events to the index and takes others out of it, in one transaction; what is in both is taken out. Doing the same again
     * changes nothing.
     */
    void index(Collection<Entry> added, Set<StreamPosition> removed);

    /**
     * The newest events of the rooms that have all the terms under one of the keys, newest first.
     *
     * @param before only events before this position
     */
    List<Hit> find(Question question, Optional<StreamPosition> before, int limit);

    /** How many events {@link #find} would find; counting ends at a limit. */
    int count(Question question, int atMost);

    /** An event that can be found. */
    record Entry(StreamPosition position, EventId event, RoomId room, SearchKey key, Set<String> terms) {

        public Entry {
            terms = Set.copyOf(terms);
        }
    }

    /**
     * What is looked for; nothing is found when a set is empty.
     *
     * @param terms all of them, at most {@link org.hirundo.domain.search.SearchQuery#MAX_TERMS}
     */
    record Question(Set<RoomId> rooms, Set<SearchKey> keys, Set<String> terms) {

        public Question {
            rooms = Set.copyOf(rooms);
            keys = Set.copyOf(keys);
            terms = Set.copyOf(terms);
        }

        /** Whether nothing can be found. */
        public boolean isVoid() {
            return rooms.isEmpty() || keys.isEmpty() || terms.isEmpty();
        }
    }

    /** An event that was found. */
    record Hit(StreamPosition position, EventId event) {}
}
