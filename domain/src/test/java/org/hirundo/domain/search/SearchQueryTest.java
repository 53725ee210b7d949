package org.hirundo.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    private static boolean matches(String query, String text) {
        return SearchQuery.of(query).rank(text) > 0;
    }

    @Test
    void all_words_must_be_there_in_any_order() {
        assertThat(matches("message 4", "Message number 4")).isTrue();
        assertThat(matches("4 MESSAGE", "Message number 4")).isTrue();
        assertThat(matches("message 4", "Message number 5")).isFalse();
        assertThat(matches("mess", "Message")).isFalse();
    }

    @Test
    void characters_must_follow_each_other_where_there_are_no_spaces() {
        assertThat(matches("京都", "東京都に住む")).isTrue();
        assertThat(matches("住", "東京都に住む")).isTrue();
        assertThat(matches("東京都", "東京と京都")).isFalse();
        assertThat(matches("東京 住む", "東京都に住む")).isTrue();
        assertThat(matches("국어", "나는 한국어를 배운다")).isTrue();
    }

    @Test
    void nothing_matches_what_has_no_words() {
        assertThat(SearchQuery.of("?!").isEmpty()).isTrue();
        assertThat(matches("?!", "what?!")).isFalse();
    }

    @Test
    void the_more_of_a_text_was_searched_for_the_higher_it_ranks() {
        var query = SearchQuery.of("tea");

        assertThat(query.rank("Tea!")).isEqualTo(1);
        assertThat(query.rank("tea or tea")).isGreaterThan(query.rank("tea or coffee"));
        assertThat(query.rank("coffee")).isZero();
    }

    @Test
    void the_words_are_told_as_they_are_searched() {
        assertThat(SearchQuery.of("Martians AND 火星人, martians").words()).isEqualTo(List.of("martians", "and", "火星人"));
    }

    @Test
    void an_index_is_asked_for_pairs_and_for_few_of_many() {
        assertThat(SearchQuery.of("東京都 x").terms()).containsExactlyInAnyOrder("東京", "京都", "x");
        assertThat(SearchQuery.of("都").terms()).containsExactly("都");
        assertThat(SearchQuery.of("a b c d e f g h i j k l m n o p").terms()).hasSize(SearchQuery.MAX_TERMS);
    }
}
