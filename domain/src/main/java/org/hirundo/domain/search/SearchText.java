package org.hirundo.domain.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.domain.match.CaseFolding;

/**
 * A text as it is searched: words, without regard to case and to forms that mean the same (Unicode's NFKC). Scripts that put no
 * spaces between words, or glue much to them, are searched by their characters and pairs of them; so no dictionary is needed, and
 * every language is treated alike.
 */
public final class SearchText {

    /** A text has no more terms than this; what comes after them is not found. It bounds what one event costs an index. */
    public static final int MAX_TERMS = 2_000;

    /** How many characters of a word count: addresses and encoded data are cut off. */
    static final int MAX_WORD = 64;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.YI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private final List<Run> runs;

    private SearchText(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * Characters that belong together.
     *
     * @param word whether they are a word; otherwise any characters that follow each other may be
     */
    record Run(String text, boolean word) {

        int length() {
            return text.codePointCount(0, text.length());
        }
    }

    /** Cuts the text. */
    public static SearchText of(String text) {
        var folded = CaseFolding.fold(Normalizer.normalize(text, Normalizer.Form.NFKC));
        var runs = new ArrayList<Run>();
        var current = new StringBuilder();
        var kind = Kind.GAP;
        for (int i = 0; i < folded.length(); ) {
            int character = folded.codePointAt(i);
            i += Character.charCount(character);
            var next = Kind.of(character, kind);
            if (next != kind) {
                finish(runs, current, kind);
                kind = next;
            }
            if (next != Kind.GAP) {
                current.appendCodePoint(character);
            }
        }
        finish(runs, current, kind);
        return new SearchText(runs);
    }

    private static void finish(List<Run> runs, StringBuilder current, Kind kind) {
        if (!current.isEmpty()) {
            runs.add(kind == Kind.WORD ? new Run(cut(current.toString()), true) : new Run(current.toString(), false));
            current.setLength(0);
        }
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= MAX_WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, MAX_WORD));
    }

    /** To which kind of run a character belongs. */
    private enum Kind {
        GAP,
        WORD,
        CHARACTERS;

        /** The kind of a character after one of the other kind: marks go on with what they follow. */
        static Kind of(int character, Kind before) {
            if (Character.isDigit(character)) {
                return WORD;
            }
            if (Character.isEmojiPresentation(character)) {
                return CHARACTERS;
            }
            boolean mark = isMark(character);
            if (!mark && !Character.isLetterOrDigit(character)) {
                return GAP;
            }
            var script = UnicodeScript.of(character);
            if (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) {
                return before == GAP && !mark ? WORD : before;
            }
            return WITHOUT_SPACES.contains(script) ? CHARACTERS : WORD;
        }

        private static boolean isMark(int character) {
            return switch (Character.getType(character)) {
                case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                default -> false;
            };
        }
    }

    List<Run> runs() {
        return runs;
    }

    /** What an index holds of the text. */
    public Set<String> terms() {
        var terms = new LinkedHashSet<String>();
        for (var run : runs) {
            if (run.word()) {
                terms.add(run.text());
            } else {
                terms.addAll(pieces(run.text(), 1));
                terms.addAll(pieces(run.text(), 2));
            }
            if (terms.size() >= MAX_TERMS) {
                break;
            }
        }
        return terms.stream().limit(MAX_TERMS).collect(Collectors.toUnmodifiableSet());
    }

    /** All pieces of so many characters. */
    static List<String> pieces(String text, int size) {
        int count = text.codePointCount(0, text.length()) - size + 1;
        var pieces = new ArrayList<String>(Math.max(0, count));
        for (int i = 0, piece = 0; piece < count; piece++) {
            pieces.add(text.substring(i, text.offsetByCodePoints(i, size)));
            i = text.offsetByCodePoints(i, 1);
        }
        return pieces;
    }

    /** How much there is to read: a word counts one, and so does a character where there are no words. */
    int length() {
        return runs.stream().mapToInt(run -> run.word() ? 1 : run.length()).sum();
    }

    /** How much of the text is the run. */
    int share(Run wanted) {
        int found = 0;
        for (var run : runs) {
            if (!wanted.word() && !run.word()) {
                found += occurrences(wanted, run);
            } else if (wanted.equals(run)) {
                found++;
            }
        }
        return found;
    }

    private static int occurrences(Run wanted, Run run) {
        int found = 0;
        for (int at = run.text().indexOf(wanted.text());
                at >= 0;
                at = run.text().indexOf(wanted.text(), at + wanted.text().length())) {
            found += wanted.length();
        }
        return found;
    }
}
