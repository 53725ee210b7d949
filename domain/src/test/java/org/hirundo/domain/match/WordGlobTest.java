package org.hirundo.domain.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordGlobTest {

    @ParameterizedTest
    @CsvSource({
        "ex*ple,  An example event.",
        "ex*ple,  exple",
        "ex*ple,  An exciting triple-whammy",
        "tea,     It's time for TEA",
        "time,    It's time for tea",
        "cake,    cake",
        "cake,    (cake)",
        "cake,    no-cake-today",
        "cake*lie, The cake is a lie!",
        "@room,   hey@room!",
        "@room,   @room",
        "'c++',   I write c++ code",
        "'*',     ''",
        "'',      anything",
        "naïve,   how naïve",
        "NAÏVE,   how naïve",
        "na?ve,   how naïve",
        "'a b',   xx a b yy",
        "'*cake', beefcake",
        "'cake*', cakes"
    })
    void a_pattern_is_found_between_word_boundaries(String pattern, String body) {
        assertThat(WordGlob.of(pattern).isIn(FoldedText.of(body))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ex*ple,  An examples event",
        "cake,    cakes",
        "cake,    beefcake",
        "cake,    cake_shop",
        "cake,    2cake",
        "cake,    ''",
        "c?ke,    cakes",
        "'a b',   xa b",
        "room,    roommate",
        "'?',     ''"
    })
    void a_pattern_is_not_found_within_words(String pattern, String body) {
        assertThat(WordGlob.of(pattern).isIn(FoldedText.of(body))).isFalse();
    }

    @Test
    void a_later_place_counts_when_the_first_is_within_a_word() {
        assertThat(WordGlob.of("cake").isIn(FoldedText.of("cakes, cupcakes and cake")))
                .isTrue();
    }

    @Test
    void letters_outside_ascii_are_no_word_characters() {
        assertThat(WordGlob.of("cake").isIn(FoldedText.of("äcakeß"))).isTrue();
        assertThat(WordGlob.of("cake").isIn(FoldedText.of("\u212Acake"))).isTrue();
        assertThat(WordGlob.of("cake").isIn(FoldedText.of("kcake"))).isFalse();
    }

    @Test
    void words_may_have_wildcards_for_letters() {
        assertThat(WordGlob.ofWords("*bob?*").isIn(FoldedText.of("hello *BOB?*, how are you")))
                .isTrue();
        assertThat(WordGlob.ofWords("*bob?*").isIn(FoldedText.of("hello bobby")))
                .isFalse();
        assertThat(WordGlob.ofWords("a*")).isNotEqualTo(WordGlob.of("a*"));
    }

    @Test
    void no_pattern_is_slow() {
        var body = FoldedText.of("a ".repeat(30_000));
        var pattern = WordGlob.of("a*".repeat(250) + "b");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(pattern.isIn(body)).isFalse());
    }

    @Property
    void it_finds_what_the_definition_finds(@ForAll("patterns") String pattern, @ForAll("bodies") String body) {
        assertThat(WordGlob.of(pattern).isIn(FoldedText.of(body))).isEqualTo(naive(pattern, body));
    }

    private static boolean naive(String pattern, String body) {
        return IntStream.rangeClosed(0, body.length())
                .filter(start -> isBoundary(body, start))
                .anyMatch(start -> IntStream.rangeClosed(start, body.length())
                        .filter(end -> isBoundary(body, end))
                        .anyMatch(end -> NaiveGlob.matches(pattern, body.substring(start, end))));
    }

    private static boolean isBoundary(String body, int position) {
        var word = Pattern.compile("\\w");
        return position == 0
                || position == body.length()
                || !word.matcher(body.substring(position - 1, position)).matches()
                || !word.matcher(body.substring(position, position + 1)).matches();
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', '-', '?', '*').ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.strings().withChars('a', 'b', '-', ' ').ofMaxLength(10);
    }
}
