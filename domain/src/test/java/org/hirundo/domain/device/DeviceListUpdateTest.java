package org.hirundo.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceListUpdateTest {

    private static final String SPECIFICATION = """
            {"user_id": "@john:example.com", "device_id": "QBUAZIFURK", "device_display_name": "Mobile",
             "stream_id": 6, "prev_id": [5], "deleted": false,
             "keys": {"user_id": "@john:example.com", "device_id": "QBUAZIFURK", "algorithms": [], "keys": {}}}""";

    @Test
    void the_update_of_the_specification_is_understood_and_written_again() {
        var update = DeviceListUpdate.parse(Json.object(SPECIFICATION));

        assertThat(update.user()).hasToString("@john:example.com");
        assertThat(update.streamId()).isEqualTo(6);
        assertThat(update.prevIds()).containsExactly(5L);
        assertThat(update.displayName()).contains("Mobile");
        assertThat(update.deleted()).isFalse();
        assertThat(update.toJson()).isEqualTo(Json.object(SPECIFICATION).without("deleted"));
    }

    @Test
    @Tag("easily-missed-22")
    void a_deletion_needs_no_keys() {
        var json = Json.object("""
                {"user_id": "@john:example.com", "device_id": "X", "stream_id": 7, "prev_id": [], "deleted": true}""");

        assertThat(DeviceListUpdate.parse(json).deleted()).isTrue();
        assertThat(DeviceListUpdate.parse(json).toJson()).isEqualTo(json);
    }

    @Test
    @Tag("easily-missed-22")
    void an_update_follows_when_all_before_it_are_known() {
        assertThat(update("[5]").follows(Set.of(4L, 5L))).isTrue();
        assertThat(update("[4, 5]").follows(Set.of(5L))).isFalse();
        assertThat(update("[5]").follows(Set.of())).isFalse();
        assertThat(update("[]").follows(Set.of())).isTrue();
    }

    private static DeviceListUpdate update(String prevId) {
        return DeviceListUpdate.parse(
                Json.object("{\"user_id\": \"@john:example.com\", \"device_id\": \"X\", \"stream_id\": 6, \"prev_id\": "
                        + prevId + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"device_id\": \"X\", \"stream_id\": 6}",
                "{\"user_id\": \"john\", \"device_id\": \"X\", \"stream_id\": 6}",
                "{\"user_id\": \"@john:example.com\", \"stream_id\": 6}",
                "{\"user_id\": \"@john:example.com\", \"device_id\": \"X\"}",
                "{\"user_id\": \"@john:example.com\", \"device_id\": \"X\", \"stream_id\": \"6\"}",
                "{\"user_id\": \"@john:example.com\", \"device_id\": \"X\", \"stream_id\": 6,"
                        + " \"keys\": {\"user_id\": \"@mallory:example.com\", \"device_id\": \"X\"}}",
                "{\"user_id\": \"@john:example.com\", \"device_id\": \"X\", \"stream_id\": 6,"
                        + " \"keys\": {\"user_id\": \"@john:example.com\", \"device_id\": \"Y\"}}"
            })
    void what_is_incomplete_or_contradicts_itself_is_refused(String json) {
        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> DeviceListUpdate.parse(Json.object(json)));
    }
}
