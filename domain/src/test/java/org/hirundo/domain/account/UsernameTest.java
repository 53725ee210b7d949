package org.hirundo.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hirundo.domain.error.InvalidUsername;
import org.hirundo.domain.id.ServerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    private static final ServerName SERVER = ServerName.parse("example.org");

    @ParameterizedTest
    @CsvSource({
        "cheeky_monkey, @cheeky_monkey:example.org",
        "CHEEKY,        @cheeky:example.org",
        "q3._=-/+,      @q3._=-/+:example.org",
        "_bridge_bob,   @_bridge_bob:example.org"
    })
    void a_name_becomes_a_user_id_in_small_letters(String username, String userId) {
        assertThat(Username.register(username, SERVER)).hasToString(userId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "\"",
                ":",
                "?",
                "\\",
                "@",
                "[",
                "]",
                "{",
                "|",
                "}",
                "£",
                "é",
                "\n",
                "'",
                " ",
                "a b",
                "a\u0000",
                "\u0130",
                "\u212a",
                "@alice:example.org",
                "\uff21"
            })
    void other_characters_are_refused(String username) {
        assertThatExceptionOfType(InvalidUsername.class).isThrownBy(() -> Username.register(username, SERVER));
    }

    @Test
    void a_user_id_has_at_most_255_bytes_with_its_server() {
        var longest = "a".repeat(255 - "@:example.org".length());

        assertThat(Username.register(longest, SERVER).toString()).hasSize(255);
        assertThatExceptionOfType(InvalidUsername.class).isThrownBy(() -> Username.register(longest + "a", SERVER));
    }

    @Test
    void generated_names_can_be_registered_and_differ() {
        var random = new SplittableRandom(1);
        var names = IntStream.range(0, 100)
                .mapToObj(i -> Username.generate(random, SERVER))
                .toList();

        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(
                        Username.register(name.localpart(), SERVER))
                .isEqualTo(name));
    }

    @Test
    void who_signs_in_gives_a_name_or_a_whole_id_of_any_age() {
        assertThat(Username.signIn("alice", SERVER)).contains(Username.register("alice", SERVER));
        assertThat(Username.signIn("@Alice:example.org", SERVER).orElseThrow()).hasToString("@Alice:example.org");
        assertThat(Username.signIn("@alice:elsewhere.org", SERVER).orElseThrow().isLocalTo(SERVER))
                .isFalse();
        assertThat(Username.signIn("@alice", SERVER)).isEmpty();
        assertThat(Username.signIn("a:b", SERVER)).isEmpty();
        assertThat(Username.signIn("a".repeat(300), SERVER)).isEmpty();
    }
}
