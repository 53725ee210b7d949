package org.hirundo.domain.profile;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * What users are found by. A user is found when each word that is searched for is the beginning of one of the words of their id and
 * their display name, letter case and variants of letters aside. Which language a name is in does not matter: scripts that write
 * no spaces between words have one that begins at each character.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#user-directory">User directory</a>
 */
public final class SearchTerms {

    /** What lies behind so many characters of a word is not searched. */
    private static final int MAX_WORD = 64;

    /** No user is found by more words than this. */
    private static final int MAX_WORDS = 200;

    private static final char SIGIL = '@';

    private SearchTerms() {}

    /** The words by which a user with this profile is found: the whole id, those of its localpart and those of the display name. */
    public static Set<String> of(UserId user, JsonObject profile) {
        var terms = new LinkedHashSet<String>();
        terms.add(cut(folded(user.toString())));
        addWords(user.localpart(), true, terms);
        profile.string(ProfileField.DISPLAY_NAME.name()).ifPresent(name -> addWords(name, true, terms));
        return terms;
    }

    /** The words of what somebody searches for; what begins as a user id is one word. Empty when nobody can be found by it. */
    public static Set<String> searched(String text) {
        var prefixes = new LinkedHashSet<String>();
        for (var part : folded(text).split("\\s+", -1)) {
            if (part.length() > 1 && part.charAt(0) == SIGIL) {
                prefixes.add(cut(part));
            } else {
                addWords(part, false, prefixes);
            }
        }
        return prefixes;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String cut(String word) {
        if (word.length() <= MAX_WORD) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(MAX_WORD - 1)) ? MAX_WORD - 1 : MAX_WORD);
    }

    /** Adds the words of the text, and on wish those that may begin inside of them. */
    private static void addWords(String text, boolean inner, Set<String> words) {
        var folded = folded(text);
        int start = 0;
        while (start < folded.length() && words.size() < MAX_WORDS) {
            if (!isPart(folded.codePointAt(start))) {
                start += Character.charCount(folded.codePointAt(start));
                continue;
            }
            int end = end(folded, start);
            words.add(cut(folded.substring(start, end)));
            if (inner) {
                addInner(folded.substring(start, end), words);
            }
            start = end;
        }
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && isPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static void addInner(String word, Set<String> words) {
        for (int i = 0; i < word.length() && words.size() < MAX_WORDS; ) {
            int character = word.codePointAt(i);
            if (i > 0 && isUnspaced(character)) {
                words.add(cut(word.substring(i)));
            }
            i += Character.charCount(character);
        }
    }

    /** Whether the character is part of a word; symbols such as emoji are, since names are made of them. */
    private static boolean isPart(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.OTHER_SYMBOL,
                            Character.LETTER_NUMBER -> true;
                    default -> false;
                };
    }

    private static boolean isUnspaced(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, HANGUL -> true;
            default -> false;
        };
    }
}
