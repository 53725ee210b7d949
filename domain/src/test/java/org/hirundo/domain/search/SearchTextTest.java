package org.hirundo.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void words_are_cut_at_what_is_neither_letter_nor_digit_and_have_no_case() {
        assertThat(SearchText.of("Hello, WORLD! it's 4 o_clock").terms())
                .containsExactlyInAnyOrder("hello", "world", "it", "s", "4", "o", "clock");
        assertThat(SearchText.of("ПРИВЕТ Straße ΟΔΟΣ").terms()).contains("привет", "straße");
    }

    @Test
    void forms_that_mean_the_same_are_the_same() {
        assertThat(SearchText.of("ｈｅｌｌｏ").terms()).containsExactly("hello");
        assertThat(SearchText.of("cafe\u0301").terms())
                .isEqualTo(SearchText.of("caf\u00E9").terms());
    }

    @Test
    void marks_belong_to_the_word_they_are_in() {
        assertThat(SearchText.of("नमस्ते दुनिया").terms()).containsExactlyInAnyOrder("नमस्ते", "दुनिया");
    }

    @Test
    void chinese_japanese_and_korean_are_cut_into_characters_and_pairs() {
        assertThat(SearchText.of("東京都").terms()).containsExactlyInAnyOrder("東", "京", "都", "東京", "京都");
        assertThat(SearchText.of("コーヒー").terms()).contains("コー", "ーヒ", "ヒー");
        assertThat(SearchText.of("한국어").terms()).contains("한국", "국어");
        assertThat(SearchText.of("สวัสดี").terms()).contains("สว");
    }

    @Test
    void scripts_side_by_side_are_cut_apart() {
        assertThat(SearchText.of("Matrix的房间3号").terms())
                .containsExactlyInAnyOrder("matrix", "的", "房", "间", "的房", "房间", "3", "号");
    }

    @Test
    void pictures_are_found() {
        assertThat(SearchText.of("yay🎉").terms()).containsExactlyInAnyOrder("yay", "🎉");
    }

    @Test
    void a_long_word_is_cut_off_and_so_is_a_text_of_many() {
        assertThat(SearchText.of("x".repeat(500)).terms()).containsExactly("x".repeat(SearchText.MAX_WORD));
        var many = IntStream.range(0, 9000).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));
        assertThat(SearchText.of(many).terms()).hasSize(SearchText.MAX_TERMS);
    }

    @Test
    void there_may_be_nothing_to_search() {
        assertThat(SearchText.of("").terms()).isEmpty();
        assertThat(SearchText.of(" …?! \u0000\uD800").terms()).isEmpty();
    }
}
