package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.hirundo.application.config.Network;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(
            List.of(Network.parse("127.0.0.1"), Network.parse("10.0.0.0/8"), Network.parse("fd00::/8")));

    @Test
    void a_stranger_is_the_client_whatever_it_says() {
        assertThat(client("203.0.113.1", "198.51.100.1")).isEqualTo("203.0.113.1");
    }

    @Test
    void a_proxy_says_who_the_client_is() {
        assertThat(client("127.0.0.1", "203.0.113.1")).isEqualTo("203.0.113.1");
        assertThat(client("127.0.0.1", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void what_a_client_says_before_its_proxy_does_is_not_believed() {
        assertThat(client("127.0.0.1", "198.51.100.1, 203.0.113.1")).isEqualTo("203.0.113.1");
    }

    @Test
    void a_proxy_may_stand_before_another_in_one_header_or_in_two() {
        assertThat(client("127.0.0.1", "203.0.113.1, 10.1.2.3")).isEqualTo("203.0.113.1");
        assertThat(client("127.0.0.1", "203.0.113.1", "10.1.2.3")).isEqualTo("203.0.113.1");
        assertThat(client("127.0.0.1", "203.0.113.1", "fd12::1")).isEqualTo("203.0.113.1");
    }

    @Test
    void a_proxy_that_says_nothing_or_nonsense_is_the_client() {
        assertThat(client("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1", "unknown")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1", "203.0.113.1, localhost")).isEqualTo("127.0.0.1");
    }

    private String client(String peer, String... forwardedFor) {
        return proxies.client(InetAddress.ofLiteral(peer), List.of(forwardedFor))
                .getHostAddress();
    }
}
