package org.hirundo.domain.sync;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A list of sliding sync: of the rooms that pass a filter, those in some ranges.
 *
 * @param ranges which of the rooms, the most recently active first; empty for all
 */
public record SlidingList(SlidingRoomConfig config, Optional<List<Range>> ranges, SlidingRoomFilter filter) {

    /** The rooms from one index to another, both inclusive and counted from 0. */
    public record Range(int first, int last) {}

    /** Whether all of so many rooms are in the ranges, so that their order does not matter. */
    public boolean holdsAll(int size) {
        return ranges.isEmpty()
                || ranges.get().stream().anyMatch(range -> range.first() == 0 && range.last() >= size - 1);
    }

    /** What the ranges show of the rooms, which are in their order. */
    public <T> SequencedSet<T> window(List<T> rooms) {
        var shown = new LinkedHashSet<T>();
        for (var range : ranges.orElse(List.of(new Range(0, Integer.MAX_VALUE - 1)))) {
            if (range.first() < rooms.size()) {
                shown.addAll(rooms.subList(range.first(), Math.min(range.last() + 1, rooms.size())));
            }
        }
        return shown;
    }
}
