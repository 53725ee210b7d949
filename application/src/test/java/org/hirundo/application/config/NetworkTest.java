package org.hirundo.application.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @Test
    void bits_that_count_need_not_be_whole_bytes() {
        var network = Network.parse("172.16.0.0/12");
        assertThat(network.contains(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
        assertThat(network.contains(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
        assertThat(network.contains(InetAddress.ofLiteral("::ac10:1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "10.0.0/8/9"})
    void what_is_no_network_is_refused(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
