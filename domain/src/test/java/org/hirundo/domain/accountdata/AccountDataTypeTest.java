package org.hirundo.domain.accountdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.ServerManaged;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDataTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"m.fully_read", "m.push_rules"})
    @Tag("easily-missed-5")
    void what_the_server_manages_is_refused(String type) {
        assertThat(new AccountDataType(type).isServerManaged()).isTrue();
        assertThatExceptionOfType(ServerManaged.class)
                .isThrownBy(() -> new AccountDataType(type).check(JsonObject.EMPTY))
                .withMessage("Cannot set " + type + " through this API.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m.direct",
                "m.ignored_user_list",
                "org.example.custom.config",
                "m.fully_read ",
                "M.fully_read",
                "a/b"
            })
    void everything_else_is_the_clients(String type) {
        assertThatCode(() -> new AccountDataType(type).check(JsonObject.of("any", "thing")))
                .doesNotThrowAnyException();
    }

    @Test
    void types_are_bounded() {
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> new AccountDataType("").check(JsonObject.EMPTY));
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> new AccountDataType("ü".repeat(128)).check(JsonObject.EMPTY));
        assertThatCode(() -> new AccountDataType("x".repeat(255)).check(JsonObject.EMPTY))
                .doesNotThrowAnyException();
    }

    @Test
    void content_is_bounded() {
        var type = new AccountDataType("org.example");
        var frame = "{\"x\":\"\"}".length();

        assertThatCode(() -> type.check(JsonObject.of("x", "y".repeat(1024 * 1024 - frame))))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> type.check(JsonObject.of("x", "y".repeat(1024 * 1024 - frame + 1))));
    }
}
