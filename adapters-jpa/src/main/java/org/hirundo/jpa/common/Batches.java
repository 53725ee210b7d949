package org.hirundo.jpa.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Questions about many ids, cut where a statement would have more parameters than a database allows. */
public final class Batches {

    /** SQLite allows 32 766, PostgreSQL 65 535. */
    static final int MAX_PARAMETERS = 30_000;

    private Batches() {}

    /** The answers about all ids; one question for as many as a statement may name, none for no ids. */
    public static <I, A> List<A> ask(Collection<I> ids, Function<List<I>, List<A>> question) {
        return ask(ids, 1, question);
    }

    /** Like {@link #ask(Collection, Function)}, where each id takes so many parameters. */
    public static <I, A> List<A> ask(Collection<I> ids, int parametersEach, Function<List<I>, List<A>> question) {
        var answers = new ArrayList<A>();
        for (var batch : of(List.copyOf(ids), parametersEach)) {
            answers.addAll(question.apply(batch));
        }
        return answers;
    }

    static <I> List<List<I>> of(List<I> ids, int parametersEach) {
        int size = MAX_PARAMETERS / parametersEach;
        var batches = new ArrayList<List<I>>();
        for (int from = 0; from < ids.size(); from += size) {
            batches.add(ids.subList(from, Math.min(from + size, ids.size())));
        }
        return batches;
    }
}
