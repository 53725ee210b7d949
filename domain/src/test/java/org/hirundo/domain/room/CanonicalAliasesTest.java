package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;

class CanonicalAliasesTest {

    private static final CanonicalAliases ALIASES = new CanonicalAliases(Json.object("""
            {"alias": "#a:x", "alt_aliases": ["#b:x", "#c:x", 7], "org.example": true}"""));

    @Test
    void all_aliases_are_listed() {
        assertThat(ALIASES.listed()).containsExactlyInAnyOrder("#a:x", "#b:x", "#c:x");
        assertThat(new CanonicalAliases(Json.object("{\"alias\": \"\", \"alt_aliases\": \"#b:x\"}")).listed())
                .isEmpty();
    }

    @Test
    void those_that_stay_stay_where_they_are() {
        assertThat(ALIASES.retaining(alias -> !alias.equals("#b:x")).json())
                .isEqualTo(Json.object("{\"alias\": \"#a:x\", \"alt_aliases\": [\"#c:x\"], \"org.example\": true}"));
        assertThat(ALIASES.retaining(alias -> alias.equals("#b:x")).json())
                .isEqualTo(Json.object("{\"alt_aliases\": [\"#b:x\"], \"org.example\": true}"));
    }
}
