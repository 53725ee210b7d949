package org.hirundo.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page on what is easily missed: under one heading the points that tests show, clause by clause, under another what is left of
 * them.
 *
 * @param shown the tests of each point, by its number; a test is named by its class and its method
 * @param open the numbers of the points of which something is left
 * @param bare the clauses without a test, each behind the number of its point
 */
record EasilyMissedPage(SortedMap<Integer, Set<String>> shown, Set<Integer> open, List<String> bare) {

    private static final String SHOWN = "\n## Shown\n";
    private static final String OPEN = "\n## Open\n";

    private static final Pattern POINT =
            Pattern.compile("^### (\\d+)\\. .*\\n((?:(?!### ).*\\n?)*)", Pattern.MULTILINE);

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:\\.[A-Z]\\w*)*\\.[a-z]\\w*)`");

    /** Reads the page. */
    static EasilyMissedPage parse(String text) {
        var shown = new TreeMap<Integer, Set<String>>();
        points(between(text, SHOWN, OPEN)).forEach(point -> shown.computeIfAbsent(number(point), _ -> new TreeSet<>())
                .addAll(tests(point.group(2)).toList()));
        var open = new TreeSet<Integer>();
        points(between(text, OPEN, "")).forEach(point -> open.add(number(point)));
        var bare = points(between(text, SHOWN, OPEN))
                .flatMap(point -> clauses(point.group(2))
                        .filter(clause -> tests(clause).findAny().isEmpty())
                        .map(clause -> number(point) + ": " + clause))
                .toList();
        return new EasilyMissedPage(shown, open, bare);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        int end = to.isEmpty() ? text.length() : text.indexOf(to);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("The page has not the headings \"Shown\" and then \"Open\"");
        }
        return text.substring(start + from.length(), end);
    }

    private static Stream<MatchResult> points(String section) {
        return POINT.matcher(section).results();
    }

    private static int number(MatchResult point) {
        return Integer.parseInt(point.group(1));
    }

    private static Stream<String> clauses(String point) {
        return Arrays.stream(point.strip().split("(?:^|\n)- ", -1))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty());
    }

    private static Stream<String> tests(String text) {
        return TEST.matcher(text).results().map(test -> test.group(1));
    }
}
