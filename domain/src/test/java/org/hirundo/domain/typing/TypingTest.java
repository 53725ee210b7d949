package org.hirundo.domain.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingTest {

    private static final UserId ALICE = UserId.parse("@alice:matrix.org");
    private static final UserId BOB = UserId.parse("@bob:example.com");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration WHILE = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"typing\": true, \"timeout\": 30000}; true; PT30S",
                "{\"typing\": true}; true; PT30S",
                "{\"typing\": true, \"timeout\": 0}; true; PT0S",
                "{\"typing\": true, \"timeout\": 9000000000000000000}; true; PT2M",
                "{\"typing\": false}; false; PT0S",
                "{\"typing\": false, \"timeout\": \"ignored\"}; false; PT0S"
            })
    void requests_say_whether_and_for_how_long(String body, boolean typing, Duration timeout) {
        assertThat(TypingRequest.parse(Json.object(body))).isEqualTo(new TypingRequest(typing, timeout));
    }

    @Test
    void other_requests_are_refused() {
        assertThatExceptionOfType(MissingParam.class).isThrownBy(() -> TypingRequest.parse(Json.object("{}")));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> TypingRequest.parse(Json.object("{\"typing\": \"true\"}")));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> TypingRequest.parse(Json.object("{\"typing\": true, \"timeout\": \"1\"}")));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> TypingRequest.parse(Json.object("{\"typing\": true, \"timeout\": -1}")));
    }

    @Test
    void the_content_of_the_specification_is_written() {
        var typing = TypingUsers.NOBODY.started(ALICE, WHILE, NOW).started(BOB, WHILE, NOW);

        assertThat(typing.toJson())
                .isEqualTo(Json.object("{\"user_ids\": [\"@alice:matrix.org\", \"@bob:example.com\"]}"));
        assertThat(TypingUsers.NOBODY.toJson()).isEqualTo(Json.object("{\"user_ids\": []}"));
    }

    @Test
    void users_type_until_they_stop_or_nothing_is_heard() {
        var typing = TypingUsers.NOBODY.started(ALICE, WHILE, NOW).started(BOB, WHILE.multipliedBy(2), NOW);

        assertThat(typing.stopped(ALICE).users()).containsExactly(BOB);
        assertThat(typing.at(NOW.plusSeconds(29))).isSameAs(typing);
        assertThat(typing.at(NOW.plusSeconds(30)).users()).containsExactly(BOB);
        assertThat(typing.at(NOW.plusSeconds(60)).users()).isEmpty();
    }

    @Test
    void to_be_heard_again_is_to_type_longer() {
        var typing = TypingUsers.NOBODY.started(ALICE, WHILE, NOW).started(ALICE, WHILE, NOW.plusSeconds(20));

        assertThat(typing.at(NOW.plusSeconds(40)).users()).containsExactly(ALICE);
        assertThat(typing.users()).containsExactly(ALICE);
    }

    @Test
    void to_stop_without_typing_changes_nothing() {
        assertThat(TypingUsers.NOBODY.stopped(ALICE)).isSameAs(TypingUsers.NOBODY);
    }
}
