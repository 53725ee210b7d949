package org.hirundo.domain.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/a?b=c&d#e https://example.org/a?b=c&d",
                "HTTPS://EXAMPLE.org https://example.org/",
                "https://example.org:443/ https://example.org/",
                "http://example.org:443/ http://example.org:443/",
                "http://example.org:/ http://example.org/",
                "https://example.org?q=1 https://example.org/?q=1",
                "https://bücher.example/straße https://xn--bcher-kva.example/stra%C3%9Fe",
                "https://example.org/a%20b%zz https://example.org/a%20b%25zz",
                "https://example.org/{a}|[b]\\^` https://example.org/%7Ba%7D%7C%5Bb%5D%5C%5E%60",
                "https://example.org/🐦 https://example.org/%F0%9F%90%A6",
                "http://[::1]:8080/x http://[::1]:8080/x",
                "http://127.0.0.1/ http://127.0.0.1/"
            })
    void one_address_is_written_in_many_ways(String written, String read) {
        assertThat(WebAddress.parse(written)).hasToString("Optional[" + read + "]");
    }

    @Test
    void spaces_around_it_do_not_matter_and_those_within_are_encoded() {
        assertThat(WebAddress.parse("  https://example.org/a b \n")).hasToString("Optional[https://example.org/a%20b]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://",
                "https:///path",
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://example.org\\@127.0.0.1/",
                "https://exa mple.org/",
                "https://example.org:99999/",
                "https://example.org:x/",
                "https://[::1/",
                "https://..../"
            })
    void what_is_no_address_of_the_web_is_refused(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @Test
    void what_is_endless_is_no_address() {
        assertThat(WebAddress.parse("https://example.org/" + "x".repeat(5000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org, true",
        "example.org, www.example.org, true",
        "example.org, example.org., true",
        "Bücher.example, xn--bcher-kva.example, true",
        "example.org, badexample.org, false",
        "www.example.org, example.org, false"
    })
    void a_host_stands_for_those_below_it(String pattern, String host, boolean matches) {
        assertThat(HostPattern.parse(pattern).matches(host)).isEqualTo(matches);
    }
}
