package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorAnswerTest {

    @ParameterizedTest
    @CsvSource({"400, M_UNKNOWN", "413, M_TOO_LARGE", "404, M_UNKNOWN", "500, M_UNKNOWN"})
    void a_request_that_reaches_no_resource_is_answered_like_all_others(int status, String errcode) {
        var answer = ErrorAnswer.unrouted(status);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().string("errcode")).isEqualTo(Optional.of(errcode));
        assertThat(answer.body().string("error")).isPresent();
    }

    @Test
    void whose_fault_it_is_can_be_told_from_the_message() {
        assertThat(ErrorAnswer.unrouted(400).body())
                .isNotEqualTo(ErrorAnswer.unrouted(500).body());
    }
}
