package org.hirundo.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.hirundo.application.config.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static AddressGuard guard(String... allowed) {
        return new AddressGuard(List.of(allowed).stream().map(Network::parse).toList(), InetAddress::getAllByName);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "ff02::1",
                // Other ways to write 127.0.0.1, which some readers of addresses understand.
                "2130706433",
                "127.1"
            })
    void what_is_not_the_internet_is_blocked(String host) {
        assertThatThrownBy(() -> guard().resolve(host)).isInstanceOf(BlockedAddress.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "172.32.0.1", "172.15.255.255", "100.128.0.1", "192.169.0.1", "2606:4700:4700::1111"})
    void the_internet_is_let_through(String host) throws UnknownHostException {
        assertThat(guard().resolve(host)).containsExactly(InetAddress.ofLiteral(host));
    }

    @Test
    void an_allowed_network_is_let_through_and_its_neighbours_are_not() throws UnknownHostException {
        var guard = guard("10.1.0.0/16");
        assertThat(guard.resolve("10.1.2.3")).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("10.2.0.1")).isInstanceOf(BlockedAddress.class);
    }

    @Test
    void of_a_name_with_several_addresses_only_the_public_ones_are_called() throws UnknownHostException {
        var answers = new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("93.184.216.34")};
        assertThat(new AddressGuard(List.of(), _ -> answers).resolve("both.example"))
                .containsExactly(InetAddress.ofLiteral("93.184.216.34"));
    }
}
