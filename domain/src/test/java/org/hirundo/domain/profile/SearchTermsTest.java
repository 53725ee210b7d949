package org.hirundo.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

    private static final UserId USER = UserId.parse("@al-bert.42:example.org");

    private static boolean finds(String searched, String name) {
        var terms = SearchTerms.of(USER, JsonObject.of("displayname", name));
        var prefixes = SearchTerms.searched(searched);
        return !prefixes.isEmpty()
                && prefixes.stream().allMatch(prefix -> terms.stream().anyMatch(term -> term.startsWith(prefix)));
    }

    @ParameterizedTest
    @CsvSource({
        "cooper, Alice Cooper",
        "ali coo, Alice Cooper",
        "COOPER  alice, Alice Cooper",
        "@al-bert, Alice Cooper",
        "@AL-bert.42:example.org, Alice Cooper",
        "al-bert, Alice Cooper",
        "bert, Alice Cooper",
        "42, Alice Cooper",
        "alice, Ａｌｉｃｅ",
        "zoé, ZOÉ",
        "zoe\u0301, Zoé",
        "東京, 東京太郎",
        "太郎, 東京太郎",
        "たろう, 東京たろう",
        "영희, 김영희",
        "🐦, 🐦 bird"
    })
    void users_are_found_by_the_beginnings_of_their_words(String searched, String name) {
        assertThat(finds(searched, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ooper, Alice Cooper",
        "alice bob, Alice Cooper",
        "@bert, Alice Cooper",
        "example, Alice Cooper",
        "' ', Alice Cooper",
        "-, Alice Cooper",
        "京郎, 東京太郎"
    })
    void and_not_by_anything_else(String searched, String name) {
        assertThat(finds(searched, name)).isFalse();
    }

    @Test
    void a_user_without_a_name_is_found_by_the_id() {
        assertThat(SearchTerms.of(USER, JsonObject.EMPTY))
                .containsExactly("@al-bert.42:example.org", "al", "bert", "42");
    }

    @Test
    void long_words_are_found_by_beginnings_of_any_length() {
        var name = "\uD83D\uDC26".repeat(100);

        assertThat(finds("x".repeat(60), "x".repeat(300))).isTrue();
        assertThat(finds("x".repeat(300), "x".repeat(300))).isTrue();
        assertThat(finds(name, name)).isTrue();
        assertThat(finds("a" + name, "a" + name)).isTrue();
    }

    @Test
    void endless_names_have_an_end() {
        var terms = SearchTerms.of(USER, JsonObject.of("displayname", "東".repeat(10_000) + " word".repeat(10_000)));

        assertThat(terms).hasSizeLessThanOrEqualTo(200).allSatisfy(term -> assertThat(term.length())
                .isLessThanOrEqualTo(64));
    }
}
