package org.hirundo.jpa.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The parameters of an SQL query that is put together from parts, numbered in the order in which they are added. */
public final class Parameters {

    private final List<Object> values = new ArrayList<>();

    /** Adds a value; the answer stands for it in the text of the query. */
    public String add(Object value) {
        values.add(value);
        return "?" + values.size();
    }

    /** Adds all values; the answer stands for them between the parentheses of an {@code in}. */
    public String addAll(Collection<?> added) {
        return added.stream().map(this::add).collect(Collectors.joining(", "));
    }

    /** The values in their order. */
    public List<Object> values() {
        return List.copyOf(values);
    }
}
