package org.hirundo.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.SplittableRandom;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdsTest {

    private static final String MASTER = "SogYyrkTldLz0BXP+GYWs0qaYacUI0RleEqNT8J3riQ";

    @Test
    void a_generated_id_is_ten_capitals() {
        var random = new SplittableRandom(1);

        assertThat(DeviceIds.generate(random).value()).matches("[A-Z]{10}");
        assertThat(DeviceIds.generate(random)).isNotEqualTo(DeviceIds.generate(random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GHTYAJCE", "alices_first_device", "a/b c", "ü"})
    void clients_choose_their_ids_freely(String id) {
        assertThat(DeviceIds.choose(id, List.of(MASTER))).isEqualTo(new DeviceId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb", "\u007f"})
    void some_ids_are_refused(String id) {
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> DeviceIds.choose(id, List.of(MASTER)));
    }

    @Test
    void an_id_that_is_a_key_of_the_user_is_forbidden() {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> DeviceIds.choose(MASTER, List.of(MASTER)));
    }

    @Test
    void an_id_is_bounded_in_bytes() {
        assertThat(DeviceIds.choose("a".repeat(255), List.of()).value()).hasSize(255);
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> DeviceIds.choose("a".repeat(256), List.of()));
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> DeviceIds.choose("ü".repeat(128), List.of()));
    }

    @Test
    void a_name_is_bounded_in_characters() {
        assertThat(DeviceName.check("🐦".repeat(255))).startsWith("🐦");
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> DeviceName.check("x".repeat(256)));
    }
}
