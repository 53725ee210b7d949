package org.hirundo.domain.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushActionsTest {

    @Test
    void actions_tell_whether_and_how_to_notify() {
        var actions = actions("""
                ["notify", {"set_tweak": "sound", "value": "default"}, {"set_tweak": "highlight"}]""");

        assertThat(actions.notifies()).isTrue();
        assertThat(actions.highlights()).isTrue();
        assertThat(actions.sound()).contains("default");
        assertThat(actions.tweaks()).isEqualTo(Json.object("{\"sound\": \"default\", \"highlight\": true}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"notify\", {\"set_tweak\": \"highlight\", \"value\": false}]",
                "[\"notify\", {\"set_tweak\": \"highlight\", \"value\": \"yes\"}]",
                "[\"notify\", {\"set_tweak\": \"sound\"}]",
                "[\"notify\"]"
            })
    void a_highlight_must_be_set(String json) {
        assertThat(actions(json).highlights()).isFalse();
        assertThat(actions(json).notifies()).isTrue();
        assertThat(actions(json).sound()).isEmpty();
    }

    @Test
    void nothing_sounds_or_shines_that_does_not_notify() {
        var actions = actions("[{\"set_tweak\": \"sound\", \"value\": \"x\"}, {\"set_tweak\": \"highlight\"}]");

        assertThat(actions.notifies()).isFalse();
        assertThat(actions.highlights()).isFalse();
        assertThat(actions.sound()).isEmpty();
    }

    @Test
    void historical_actions_are_shown_as_they_were_put_and_do_nothing() {
        assertThat(actions("[\"dont_notify\"]").toJson()).isEqualTo(Json.array("[\"dont_notify\"]"));
        assertThat(actions("[\"dont_notify\"]").notifies()).isFalse();
        assertThat(actions("[\"coalesce\"]").notifies()).isFalse();
        assertThat(actions("[\"coalesce\", \"notify\"]").notifies()).isTrue();
    }

    @Test
    void tweaks_that_nobody_knows_are_passed_on() {
        var json = "[\"notify\", \"org.example.dance\", {\"set_tweak\": \"blink\", \"value\": [1, {}]}, {\"x\": 1}]";

        assertThat(actions(json).toJson()).isEqualTo(Json.array(json));
        assertThat(actions(json).tweaks()).isEqualTo(Json.object("{\"blink\": [1, {}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[null]", "[[\"notify\"]]", "[\"notify\", true]"})
    void an_action_is_a_string_or_an_object(String json) {
        assertThatExceptionOfType(BadJson.class).isThrownBy(() -> actions(json));
    }

    private static PushActions actions(String json) {
        return PushActions.of(Json.array(json));
    }
}
