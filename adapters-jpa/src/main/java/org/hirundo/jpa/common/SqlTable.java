package org.hirundo.jpa.common;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table as batches write it.
 *
 * @param key the columns of the primary key
 * @param values the other columns
 */
public record SqlTable(String name, List<String> key, List<String> values) {

    /** Both lists are columns separated by a comma and a space. */
    public static SqlTable of(String name, String key, String values) {
        return new SqlTable(name, List.of(key.split(", ")), values.isEmpty() ? List.of() : List.of(values.split(", ")));
    }

    /** All columns, those of the key first, separated by commas. */
    public String columns() {
        return String.join(", ", Stream.concat(key.stream(), values.stream()).toList());
    }

    String insert() {
        var marks = String.join(", ", Collections.nCopies(key.size() + values.size(), "?"));
        return "insert into " + name + " (" + columns() + ") values (" + marks + ")";
    }
}
