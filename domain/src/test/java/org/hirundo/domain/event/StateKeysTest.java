package org.hirundo.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateKeysTest {

    @ParameterizedTest
    @CsvSource({
        "@a:example.org, @a:example.org",
        "@a:example.org_, @a:example.org",
        "@a:example.org_phone, @a:example.org",
        "@a:example.org_@b:example.org_x, @a:example.org",
        "@a_b:example.org_phone, @a_b:example.org",
        "@a:example.org:8448_phone, @a:example.org:8448",
        "@a:[::1]_phone, @a:[::1]"
    })
    void an_owner_is_named_up_to_the_underscore_after_the_colon(String key, String owner) {
        assertThat(StateKeys.PREFIXED.owner(key)).contains(UserId.parse(owner));
        assertThat(StateKeys.PREFIXED.isWellFormed(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@a", "@a_b", "@a:", "@a:_x", "@a:example.org@x", "@a:exa mple.org_x"})
    void what_starts_like_an_owner_and_is_none_is_malformed(String key) {
        assertThat(StateKeys.PREFIXED.owner(key)).isEmpty();
        assertThat(StateKeys.PREFIXED.isWellFormed(key)).isFalse();
    }

    @Test
    void what_follows_the_owner_is_as_long_as_a_key_by_itself() {
        var longest = "@" + "a".repeat(242) + ":example.org";

        assertThat(StateKeys.PREFIXED.isWellFormed(longest + "_" + "x".repeat(255)))
                .isTrue();
        assertThat(StateKeys.PREFIXED.isWellFormed("@a:example.org_" + "x".repeat(256)))
                .isFalse();
        assertThat(StateKeys.PREFIXED.isWellFormed("x".repeat(255))).isTrue();
        assertThat(StateKeys.PREFIXED.isWellFormed("x".repeat(256))).isFalse();
    }

    @Test
    void a_whole_key_names_its_owner_or_nobody() {
        assertThat(StateKeys.WHOLE.owner("@a:example.org")).contains(UserId.parse("@a:example.org"));
        assertThat(StateKeys.WHOLE.owner("@a:example.org_phone")).isEmpty();
        assertThat(StateKeys.WHOLE.isWellFormed("@a:example.org_phone")).isTrue();
    }
}
