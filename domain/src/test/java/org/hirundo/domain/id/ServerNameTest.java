package org.hirundo.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {

    /** The examples of the appendices, "Server Name", and others. */
    @ParameterizedTest
    @CsvSource({
        "matrix.org, matrix.org, -1, false",
        "matrix.org:8888, matrix.org, 8888, false",
        "1.2.3.4, 1.2.3.4, -1, true",
        "1.2.3.4:1234, 1.2.3.4, 1234, true",
        "[1234:5678::abcd], [1234:5678::abcd], -1, true",
        "[1234:5678::abcd]:5678, [1234:5678::abcd], 5678, true",
        "[::ffff:1.2.3.4]:1, [::ffff:1.2.3.4], 1, true",
        "localhost, localhost, -1, false",
        "MATRIX.org:65535, MATRIX.org, 65535, false",
        "a--b.c-.:0, a--b.c-., 0, false",
        "1.2.3.256, 1.2.3.256, -1, false",
        "1.2.3, 1.2.3, -1, false",
        "1.2.3.4.5, 1.2.3.4.5, -1, false",
        "1.2.3.0004, 1.2.3.0004, -1, false",
        "1.2.3., 1.2.3., -1, false",
    })
    @Tag("easily-missed-28")
    void a_server_name_is_a_host_and_maybe_a_port(String text, String host, int port, boolean ipLiteral) {
        var name = ServerName.parse(text);

        assertThat(name).hasToString(text);
        assertThat(name.host()).isEqualTo(host);
        assertThat(name.port().orElse(-1)).isEqualTo(port);
        assertThat(name.isIpLiteral()).isEqualTo(ipLiteral);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":80",
                "a:",
                "a:b",
                "a:-1",
                "a:+1",
                "a:65536",
                "a:000080",
                "a:80:80",
                "a b",
                "a_b",
                "ä.org",
                "a/b",
                "a@b",
                "a\u0000",
                "[",
                "[]",
                "[]:1",
                "[::1",
                "::1",
                "[::1]a",
                "[::1]:",
                "[::1]]",
                "[[::1]]",
                "[1.2.3.4]",
                "[fe80::1%eth0]",
                "[g::1]",
                "[1:2:3:4:5:6:7:8:9]",
                "[::1]:99999",
            })
    void other_texts_are_none(String text) {
        assertThat(ServerName.find(text)).isEmpty();
        assertThatThrownBy(() -> ServerName.parse(text)).isInstanceOf(MalformedIdentifier.class);
    }

    @Test
    void it_has_at_most_255_characters() {
        assertThat(ServerName.find("a".repeat(255))).isPresent();
        assertThat(ServerName.find("a".repeat(256))).isEmpty();
    }

    @Test
    void names_that_differ_in_case_are_different() {
        assertThat(ServerName.parse("matrix.org")).isNotEqualTo(ServerName.parse("Matrix.org"));
    }
}
