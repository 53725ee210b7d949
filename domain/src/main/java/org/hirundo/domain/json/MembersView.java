package org.hirundo.domain.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The members of an object as a map that cannot be changed. */
final class MembersView extends AbstractMap<String, JsonValue> implements SequencedMap<String, JsonValue> {

    private final MemberTable table;

    MembersView(MemberTable table) {
        this.table = table;
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && table.has(text);
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        return name instanceof String text ? table.get(text) : null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        for (int at = 0; at < table.size(); at++) {
            action.accept(table.name(at), table.value(at));
        }
    }

    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
        return new Entries();
    }

    @Override
    public SequencedMap<String, JsonValue> reversed() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(this).reversed());
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonValue>> {

        @Override
        public int size() {
            return table.size();
        }

        @Override
        public Iterator<Map.Entry<String, JsonValue>> iterator() {
            return new Iterator<>() {

                private int next;

                @Override
                public boolean hasNext() {
                    return next < table.size();
                }

                @Override
                public Map.Entry<String, JsonValue> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    var entry = Map.entry(table.name(next), table.value(next));
                    next++;
                    return entry;
                }
            };
        }
    }
}
