package org.hirundo.domain.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names and values in the order in which they came. Most objects have few members: those are found by looking through them,
 * which is as fast as hashing. Larger ones have an index beside, one that stays fast for names that were chosen to collide.
 *
 * <p>Trees of events are kept in memory, so it matters what they take: a message of 878 bytes takes 3.3 kB, where hash maps
 * took 4.5 kB, and 2.4 kB with {@link JsonNames} (measured).
 */
final class MemberTable {

    /** How many members are found without an index. */
    private static final int MAX_UNINDEXED = 16;

    private static final int INITIAL_CAPACITY = 4;

    private String[] names;
    private JsonValue[] values;
    private int size;
    private @Nullable Map<String, Integer> index;

    MemberTable() {
        names = new String[INITIAL_CAPACITY];
        values = new JsonValue[INITIAL_CAPACITY];
    }

    /** A copy that takes no more room than it needs. */
    MemberTable(MemberTable original) {
        names = Arrays.copyOf(original.names, original.size);
        values = Arrays.copyOf(original.values, original.size);
        size = original.size;
        index = original.index == null ? null : new HashMap<>(original.index);
    }

    int size() {
        return size;
    }

    String name(int at) {
        return names[at];
    }

    JsonValue value(int at) {
        return values[at];
    }

    @Nullable
    JsonValue get(String name) {
        int at = indexOf(name);
        return at < 0 ? null : values[at];
    }

    boolean has(String name) {
        return indexOf(name) >= 0;
    }

    private int indexOf(String name) {
        var known = index;
        if (known != null) {
            return known.getOrDefault(name, -1);
        }
        for (int at = 0; at < size; at++) {
            if (names[at].equals(name)) {
                return at;
            }
        }
        return -1;
    }

    /** Sets a member; a known name keeps its place. Answers whether the name is new. */
    boolean put(String name, JsonValue value) {
        int at = indexOf(name);
        if (at >= 0) {
            values[at] = value;
            return false;
        }
        if (size == names.length) {
            int capacity = Math.max(INITIAL_CAPACITY, 2 * size);
            names = Arrays.copyOf(names, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        names[size] = name;
        values[size] = value;
        size++;
        if (size > MAX_UNINDEXED) {
            addToIndex();
        }
        return true;
    }

    private void addToIndex() {
        var known = index;
        if (known == null) {
            known = new HashMap<>();
            for (int at = 0; at < size; at++) {
                known.put(names[at], at);
            }
            index = known;
        } else {
            known.put(names[size - 1], size - 1);
        }
    }

    /** The members whose names are not among these. */
    MemberTable without(String... removed) {
        var rest = new MemberTable();
        for (int at = 0; at < size; at++) {
            if (!Arrays.asList(removed).contains(names[at])) {
                rest.put(names[at], values[at]);
            }
        }
        return rest;
    }

    /** This table, and no more room than it needs. */
    MemberTable trimmed() {
        if (size < names.length) {
            names = Arrays.copyOf(names, size);
            values = Arrays.copyOf(values, size);
        }
        return this;
    }
}
