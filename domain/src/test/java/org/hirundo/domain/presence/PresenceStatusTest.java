package org.hirundo.domain.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hirundo.domain.presence.Presence.ONLINE;
import static org.hirundo.domain.presence.Presence.UNAVAILABLE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceStatusTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final UserId JOHN = UserId.parse("@john:matrix.org");
    private static final ServerName MATRIX_ORG = ServerName.parse("matrix.org");

    @Test
    void the_statuses_of_the_specification_are_written() {
        assertThat(new PresenceStatus(
                                ONLINE, Optional.of(NOW.minusMillis(2_478_593)), false, Optional.of("Making cupcakes"))
                        .toJson(NOW))
                .isEqualTo(Json.object("""
                        {"last_active_ago": 2478593, "presence": "online", "currently_active": false,
                         "status_msg": "Making cupcakes"}"""));
        assertThat(new PresenceStatus(UNAVAILABLE, Optional.of(NOW.minusMillis(420_845)), false, Optional.empty())
                        .toJson(NOW))
                .isEqualTo(Json.object("{\"presence\": \"unavailable\", \"last_active_ago\": 420845}"));
        assertThat(PresenceStatus.UNKNOWN.toJson(NOW)).isEqualTo(Json.object("{\"presence\": \"offline\"}"));
    }

    @Test
    void nobody_was_last_active_in_the_future() {
        assertThat(new PresenceStatus(ONLINE, Optional.of(NOW.plusSeconds(9)), true, Optional.empty())
                        .toJson(NOW)
                        .integer("last_active_ago"))
                .hasValue(0);
    }

    @Test
    void to_do_more_while_active_is_no_news() {
        var active = new PresenceStatus(ONLINE, Optional.of(NOW), true, Optional.empty());
        var later = new PresenceStatus(ONLINE, Optional.of(NOW.plusSeconds(9)), true, Optional.empty());

        assertThat(later.isNewsAfter(active)).isFalse();
        assertThat(new PresenceStatus(ONLINE, Optional.of(NOW), false, Optional.empty()).isNewsAfter(active))
                .isTrue();
        assertThat(new PresenceStatus(UNAVAILABLE, Optional.of(NOW), true, Optional.empty()).isNewsAfter(active))
                .isTrue();
        assertThat(new PresenceStatus(ONLINE, Optional.of(NOW), true, Optional.of("x")).isNewsAfter(active))
                .isTrue();
    }

    @Test
    void the_edu_of_the_specification_is_understood_and_written_again() {
        var edu = Json.object("""
                {"push": [{"user_id": "@john:matrix.org", "presence": "online", "status_msg": "Making cupcakes",
                           "last_active_ago": 5000, "currently_active": true}]}""");
        var statuses = PresenceEdu.parse(edu, MATRIX_ORG, NOW);

        assertThat(statuses)
                .isEqualTo(Map.of(
                        JOHN,
                        new PresenceStatus(
                                ONLINE, Optional.of(NOW.minusMillis(5000)), true, Optional.of("Making cupcakes"))));
        assertThat(PresenceEdu.content(statuses, NOW)).isEqualTo(edu);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"push\": {}}",
                "{\"push\": [1]}",
                "{\"push\": [{\"user_id\": \"@jane:example.com\", \"presence\": \"online\", \"last_active_ago\": 1}]}",
                "{\"push\": [{\"user_id\": \"john\", \"presence\": \"online\", \"last_active_ago\": 1}]}",
                "{\"push\": [{\"user_id\": \"@john:matrix.org\", \"presence\": \"asleep\", \"last_active_ago\": 1}]}"
            })
    void what_is_malformed_or_of_others_is_left_out(String edu) {
        assertThat(PresenceEdu.parse(Json.object(edu), MATRIX_ORG, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775807", "\"5\"", "1.5"})
    void times_that_cannot_be_are_not_known(String ago) {
        var edu = Json.object(
                "{\"push\": [{\"user_id\": \"@john:matrix.org\", \"presence\": \"online\", \"last_active_ago\": " + ago
                        + "}]}");

        assertThat(PresenceEdu.parse(edu, MATRIX_ORG, NOW).get(JOHN).lastActive())
                .isEmpty();
    }

    @Test
    void the_request_of_the_specification_is_understood() {
        assertThat(PresenceRequest.parse(Json.object("{\"presence\": \"online\", \"status_msg\": \"I am here.\"}")))
                .isEqualTo(new PresenceRequest(ONLINE, Optional.of("I am here.")));
        assertThat(PresenceRequest.parse(Json.object("{\"presence\": \"online\", \"status_msg\": null}"))
                        .statusMessage())
                .isEmpty();
        assertThat(PresenceRequest.parse(Json.object("{\"presence\": \"online\", \"status_msg\": \"\"}"))
                        .statusMessage())
                .isEmpty();
    }

    @Test
    void other_requests_are_refused() {
        assertThatExceptionOfType(MissingParam.class).isThrownBy(() -> PresenceRequest.parse(Json.object("{}")));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> PresenceRequest.parse(Json.object("{\"presence\": true}")));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> PresenceRequest.parse(Json.object("{\"presence\": \"Online\"}")));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> PresenceRequest.parse(Json.object("{\"presence\": \"online\", \"status_msg\": 1}")));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> PresenceRequest.parse(
                        Json.object("{\"presence\": \"online\", \"status_msg\": \"" + "x".repeat(1025) + "\"}")));
    }
}
