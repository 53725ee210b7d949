package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a/b", "a%2Fb", "%F0%9F%92%A9", "e%C3%A9", "%7f", "%01", "%25zz"})
    @Tag("easily-missed-28")
    void text(String encoded) {
        assertThat(PercentEncoding.isText(encoded)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "a%00b",
                "%FF",
                "%C3%28",
                "%C3",
                "%C3x%A9",
                "%ED%A0%80",
                "%F5%80%80%80",
                "%C0%AF",
                "%",
                "%4",
                "%zz",
                "%-1",
                "a%",
                "\u00e9",
                "\ufffd"
            })
    void no_text(String encoded) {
        assertThat(PercentEncoding.isText(encoded)).isFalse();
    }
}
