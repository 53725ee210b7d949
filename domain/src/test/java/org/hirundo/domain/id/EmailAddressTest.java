package org.hirundo.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void case_does_not_matter() {
        assertThat(EmailAddress.parse("Strau\u00df@Example.COM")).hasToString("strauss@example.com");
        assertThat(EmailAddress.parse("bob+matrix@example.com")).hasToString("bob+matrix@example.com");
        assertThat(EmailAddress.parse("o'hara.x@m\u00fcller.example")).hasToString("o'hara.x@m\u00fcller.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bob",
                "@example.com",
                "bob@",
                "bob@@example.com",
                "a@b@c",
                "Bob <bob@example.com>",
                "<bob@example.com>",
                "mailto:bob@example.com",
                "bob@example.com\nBcc: eve@example.com",
                "bob@example.com,eve@example.com",
                "bob @example.com",
                "bob@exa mple.com",
                "bob@.example.com",
                "bob@example..com",
                "bob@example.com.",
                "bob@-example.com",
                "\"bob\"@example.com",
                "bob@[127.0.0.1]",
                "bob\u0000@example.com",
                "bob\u200b@example.com"
            })
    void what_is_no_address_is_refused(String text) {
        assertThat(EmailAddress.find(text)).isEmpty();
        assertThatThrownBy(() -> EmailAddress.parse(text)).isInstanceOf(MalformedIdentifier.class);
    }

    @Test
    void an_address_has_a_length() {
        assertThat(EmailAddress.find("x".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.find("x".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.find("x@" + "y".repeat(252))).isPresent();
        assertThat(EmailAddress.find("x@" + "y".repeat(253))).isEmpty();
        assertThat(EmailAddress.find("\u00df".repeat(60) + "@example.com")).isEmpty();
    }
}
