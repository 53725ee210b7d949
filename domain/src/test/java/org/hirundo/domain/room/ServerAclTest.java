package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.id.ServerName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAclTest {

    private static boolean allows(String content, String server) {
        var event = TestEvents.event(
                "$acl",
                "{\"type\": \"m.room.server_acl\", \"state_key\": \"\", \"content\": " + content.replace('\'', '"')
                        + "}");
        return ServerAcl.of(event).allows(ServerName.parse(server));
    }

    @ParameterizedTest
    @CsvSource({
        "good.org, true",
        "evil.com, false",
        "sub.evil.com, true",
        "sub.evil.org, false",
        "evil.org, true",
        "127.0.0.1, false",
        "127.0.0.1:8448, false",
        "[::1], false",
        "[2001:db8::1]:8448, false",
        "1.2.3.400, true",
    })
    @Tag("easily-missed-21")
    void what_is_denied_goes_before_what_is_allowed(String server, boolean allowed) {
        assertThat(allows("{'allow': ['*'], 'deny': ['evil.com', '*.evil.org'], 'allow_ip_literals': false}", server))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "EVIL.com", "evil.com:8448", "Evil.Com:1234", "a.evil.org", "a.b.EVIL.org:1"})
    @Tag("easily-missed-21")
    void neither_case_nor_port_makes_a_difference(String server) {
        assertThat(allows("{'allow': ['*'], 'deny': ['Evil.COM', '*.evil.org']}", server))
                .isFalse();
        assertThat(allows("{'allow': ['Evil.COM', '*.evil.org']}", server)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.org", "notevil.com", "evil.com.example", "evilXcom"})
    void a_pattern_is_of_the_whole_host(String server) {
        assertThat(allows("{'allow': ['evil.com', '*.evil.org']}", server)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'allow': []}",
                "{'allow': '*'}",
                "{'allow': {'*': '*'}}",
                "{'allow': null}",
                "{'allow': [1, null, ['*']]}",
                "{'deny': ['evil.com']}",
            })
    @Tag("easily-missed-21")
    void who_is_not_allowed_is_denied(String content) {
        assertThat(allows(content, "good.org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'allow': ['*'], 'allow_ip_literals': 'no', 'deny': 'good.org'}",
                "{'allow': [1, '*'], 'deny': [{}]}",
                "{'allow': ['1.2.3.?', 'good.*']}",
            })
    void what_has_the_wrong_type_counts_as_absent(String content) {
        assertThat(allows(content, "good.org")).isTrue();
        assertThat(allows(content, "1.2.3.4")).isTrue();
    }
}
