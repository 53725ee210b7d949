package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.sync.RoomEventFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @ParameterizedTest
    @NullAndEmptySource
    void what_is_empty_is_not_there(String value) {
        assertThat(Query.text(value)).isEmpty();
        assertThat(Query.count("limit", value)).isEmpty();
        assertThat(Query.flag("full_state", value)).isFalse();
        assertThat(Query.roomEventFilter(value)).isEqualTo(RoomEventFilter.ALL);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "2147483647, 2147483647", "2147483648, 2147483647", "9223372036854775807, 2147483647"})
    void a_count_is_as_large_as_it_can_be(String value, int count) {
        assertThat(Query.count("limit", value)).hasValue(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "1.5", " 1", "0x10", "9223372036854775808"})
    void what_is_no_count_is_refused(String value) {
        assertThatThrownBy(() -> Query.count("limit", value))
                .isInstanceOf(InvalidParam.class)
                .hasMessageContaining("limit");
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(Query.flag("full_state", "true")).isTrue();
        assertThat(Query.flag("full_state", "false")).isFalse();
        assertThatThrownBy(() -> Query.flag("full_state", "1")).isInstanceOf(InvalidParam.class);
    }

    @Test
    void a_filter_is_a_JSON_object_of_the_right_shape() {
        assertThat(Query.roomEventFilter("{\"limit\":7}").limit(10, 100)).isEqualTo(7);
        assertThatThrownBy(() -> Query.roomEventFilter("0")).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> Query.roomEventFilter("{\"types\":1}")).isInstanceOf(BadJson.class);
    }
}
