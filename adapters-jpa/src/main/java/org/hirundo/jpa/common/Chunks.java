package org.hirundo.jpa.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Cuts what is asked for into pieces that a statement can hold: databases bound the parameters of one. */
public final class Chunks {

    /** The least that a database allows is 32 766. */
    private static final int PARAMETERS = 30_000;

    private Chunks() {}

    /** Pieces for a statement with one parameter for each element. */
    public static <T> List<List<T>> of(Collection<T> all) {
        return of(all, PARAMETERS);
    }

    /** Pieces of a size. */
    public static <T> List<List<T>> of(Collection<T> all, int size) {
        var list = List.copyOf(all);
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += size) {
            chunks.add(list.subList(from, Math.min(from + size, list.size())));
        }
        return chunks;
    }

    /** Hands over the stored forms of texts or identifiers, piece by piece. */
    public static void eachStored(Collection<?> all, Consumer<List<String>> piece) {
        of(all.stream().map(Text::stored).toList()).forEach(piece);
    }
}
