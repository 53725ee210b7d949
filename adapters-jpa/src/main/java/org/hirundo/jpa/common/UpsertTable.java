package org.hirundo.jpa.common;

import java.util.List;

/**
 * A table that rows are put into.
 *
 * @param key the columns of its primary key, which come first in a row
 * @param others all other columns, in the order they have in a row
 */
public record UpsertTable(String name, List<String> key, List<String> others) {

    public UpsertTable {
        key = List.copyOf(key);
        others = List.copyOf(others);
    }

    /** A table with a key of one column, {@code id}. */
    public static UpsertTable of(String name, String... others) {
        return new UpsertTable(name, List.of("id"), List.of(others));
    }
}
