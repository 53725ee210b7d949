package org.hirundo.domain.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.domain.search.SearchText.Run;

/** What somebody searches for: texts match that have all of its words, in any order. */
public final class SearchQuery {

    /** An index is asked for no more terms than this; whether the rest is there as well, {@link #rank} tells. */
    public static final int MAX_TERMS = 12;

    /** More words than anybody looks for. */
    private static final int MAX_RUNS = 64;

    private final List<Run> runs;

    private SearchQuery(List<Run> runs) {
        this.runs = runs;
    }

    /** Reads what was typed. */
    public static SearchQuery of(String text) {
        return new SearchQuery(
                SearchText.of(text).runs().stream().distinct().limit(MAX_RUNS).toList());
    }

    /** Whether there is nothing to search for, and so nothing matches. */
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Terms that all texts have that match; other texts may have them too. */
    public Set<String> terms() {
        var terms = new LinkedHashSet<String>();
        for (var run : runs) {
            if (run.word()) {
                terms.add(run.text());
            } else {
                terms.addAll(SearchText.pieces(run.text(), Math.min(2, run.length())));
            }
        }
        return terms.size() <= MAX_TERMS
                ? Set.copyOf(terms)
                : Set.copyOf(terms.stream().limit(MAX_TERMS).toList());
    }

    /** The words, for clients to mark in what was found. */
    public List<String> words() {
        return runs.stream().map(Run::text).toList();
    }

    /**
     * How closely the text matches: the share of it that was searched for, from 1 for nothing else down to 0 when it does not
     * match at all.
     */
    public double rank(String text) {
        var searched = SearchText.of(text);
        int found = 0;
        for (var run : runs) {
            int share = searched.share(run);
            if (share == 0) {
                return 0;
            }
            found += share;
        }
        return runs.isEmpty() ? 0 : (double) found / searched.length();
    }
}
