package org.hirundo.domain.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @ValueSource(strings = {"Lunch plans", "LUNCH", "lunch"})
    void the_topics_of_the_specification_match(String topic) {
        assertThat(Glob.ignoringCase("lunc?*").matches(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" lunch", "lunc", ""})
    void the_other_topics_of_the_specification_do_not_match(String topic) {
        assertThat(Glob.ignoringCase("lunc?*").matches(topic)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'',        '',        true",
        "'',        a,         false",
        "'*',       '',        true",
        "'*',       anything,  true",
        "'?',       '',        false",
        "'**?**',   x,         true",
        "'a*b*c',   aXXbYYc,   true",
        "'a*b*c',   acb,       false",
        "'*.b',     a.c.b,     true",
        "'a.c',     abc,       false",
        "'[a]',     a,         false",
        "'a+',      aa,        false",
        "'m.room.*', m.room.message, true",
        "'m.room.*', m.roommessage,  false"
    })
    void wildcards_and_nothing_else_are_special(String pattern, String text, boolean matches) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void a_question_mark_is_one_character_even_outside_the_basic_plane() {
        assertThat(Glob.of("?").matches("🐦")).isTrue();
        assertThat(Glob.of("??").matches("🐦")).isFalse();
        assertThat(Glob.of("a?c").matches("a\nc")).isTrue();
    }

    @Test
    void case_matters_unless_it_is_to_be_ignored() {
        assertThat(Glob.of("abc").matches("ABC")).isFalse();
        assertThat(Glob.of("a*").matches("Ab")).isFalse();
        assertThat(Glob.ignoringCase("aBc").matches("AbC")).isTrue();
        assertThat(Glob.ignoringCase("ÄRGER*").matches("ärgerlich")).isTrue();
        assertThat(Glob.ignoringCase("Ωmega").matches("ωMEGA")).isTrue();
    }

    @Test
    void a_question_mark_in_an_event_type_is_a_question_mark() {
        assertThat(Glob.ofStars("what?").matches("what?")).isTrue();
        assertThat(Glob.ofStars("what?").matches("whats")).isFalse();
        assertThat(Glob.ofStars("what?*").matches("what?!")).isTrue();
        assertThat(Glob.ofStars("what?*").matches("whats!")).isFalse();
    }

    @Test
    void a_pattern_without_wildcards_is_literal() {
        assertThat(Glob.of("abc").isLiteral()).isTrue();
        assertThat(Glob.of("a?c").isLiteral()).isFalse();
        assertThat(Glob.ofStars("a?c").isLiteral()).isTrue();
        assertThat(Glob.ofStars("a*c").isLiteral()).isFalse();
    }

    @Test
    void equal_patterns_of_one_kind_are_equal() {
        assertThat(Glob.of("a*"))
                .isEqualTo(Glob.of("a*"))
                .hasSameHashCodeAs(Glob.of("a*"))
                .hasToString("a*");
        assertThat(Glob.of("a*")).isNotEqualTo(Glob.ignoringCase("a*"));
        assertThat(Glob.of("a?")).isNotEqualTo(Glob.ofStars("a?"));
    }

    @Test
    void no_pattern_is_slow() {
        var text = "a".repeat(60_000);
        var pattern = "a*".repeat(250) + "b";

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Glob.of(pattern).matches(text)).isFalse());
    }

    @Test
    void patterns_longer_than_a_machine_word_work() {
        var text = "0123456789".repeat(20);

        assertThat(Glob.of("0123456789".repeat(19) + "*9").matches(text)).isTrue();
        assertThat(Glob.of("?".repeat(200)).matches(text)).isTrue();
        assertThat(Glob.of("?".repeat(199)).matches(text)).isFalse();
        assertThat(Glob.of("*" + text).matches(text)).isTrue();
        assertThat(Glob.of("*" + text + "0").matches(text)).isFalse();
    }

    @Property
    void it_matches_what_the_definition_matches(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(NaiveGlob.matches(pattern, text));
    }

    @Property
    void ignoring_case_is_matching_the_lower_case(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(Glob.ignoringCase(pattern).matches(text))
                .isEqualTo(NaiveGlob.matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)));
    }

    @Property
    void any_text_can_be_a_pattern(@ForAll String pattern, @ForAll String text) {
        assertThatCode(() -> Glob.of(pattern).matches(text)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('a', 'b', 'A', '?', '*', '*').ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', 'A').ofMaxLength(12);
    }
}
