package org.hirundo.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.ServerName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XMatrixTest {

    private static final XMatrix HEADER = new XMatrix(
            ServerName.parse("origin.hs.example.com"),
            Optional.of(ServerName.parse("destination.hs.example.com:8448")),
            KeyId.parse("ed25519:key1"),
            "ABC+/def");

    @Test
    void it_is_written_so_that_old_servers_understand_it() {
        assertThat(HEADER)
                .hasToString(
                        "X-Matrix origin=\"origin.hs.example.com\",destination=\"destination.hs.example.com:8448\","
                                + "key=\"ed25519:key1\",sig=\"ABC+/def\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Matrix origin=\"origin.hs.example.com\",destination=\"destination.hs.example.com:8448\",key=\"ed25519:key1\",sig=\"ABC+/def\"",
                "X-Matrix   sig=\"ABC+/def\" ,\t key=\"ed25519:key1\", destination=\"destination.hs.example.com:8448\",origin=\"origin.hs.example.com\"",
                "x-matrix Origin=origin.hs.example.com,DESTINATION=destination.hs.example.com:8448,key=ed25519:key1,sig=ABC+/def",
                "X-Matrix origin=\"origin\\.hs.example.com\",destination=\"destination.hs.example.com:8448\",key=\"ed25519:key1\",sig=\"ABC+\\/def\"",
                "X-Matrix ,origin=\"origin.hs.example.com\",,destination=\"destination.hs.example.com:8448\",key=\"ed25519:key1\",sig=\"ABC+/def\",",
                "X-Matrix origin=\"origin.hs.example.com\",new=\"a,b=c\\\"\",destination=\"destination.hs.example.com:8448\",key=\"ed25519:key1\",sig=\"ABC+/def\",x=",
                "X-Matrix origin = \"origin.hs.example.com\" , destination= \"destination.hs.example.com:8448\" , key =ed25519:key1 , sig=\"ABC+/def\"",
            })
    @Tag("easily-missed-18")
    void it_is_read_in_every_way_it_is_written(String header) {
        assertThat(XMatrix.parse(header)).isEqualTo(HEADER);
    }

    @Test
    @Tag("easily-missed-18")
    void old_servers_do_not_say_whom_they_mean() {
        var header = XMatrix.parse("X-Matrix origin=a,key=\"ed25519:1\",sig=\"x\"");

        assertThat(header.destination()).isEmpty();
        assertThat(header).hasToString("X-Matrix origin=\"a\",key=\"ed25519:1\",sig=\"x\"");
        assertThat(XMatrix.parse(header.toString())).isEqualTo(header);
    }

    /** Whatever a stranger sends is a header that can be written and read again, or is malformed; nothing else happens. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_changed_header_is_a_header_or_malformed(long seed) {
        var random = new SplittableRandom(seed);
        var pieces =
                List.of("\"", "\\", ",", "=", " ", "\t", ":", "origin", "key=", "sig=\"", "é", "\u0000", "x=\"a\"", "");
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            var header = new StringBuilder(HEADER.toString());
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                int at = random.nextInt(header.length() + 1);
                int to = Math.min(header.length(), at + random.nextInt(3));
                header.replace(at, to, pieces.get(random.nextInt(pieces.size())));
            }
            try {
                var parsed = XMatrix.parse(header.toString());
                assertThat(XMatrix.parse(parsed.toString())).isEqualTo(parsed);
                read++;
            } catch (MalformedXMatrix expected) {
                assertThat(expected.getMessage()).isNotEmpty();
            }
        }
        assertThat(read).isBetween(500, 4_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer abc",
                "X-Matrix",
                "X-Matrix ",
                "X-MatrixX origin=a,key=ed25519:1,sig=x",
                "X-Matrix origin=a,key=ed25519:1",
                "X-Matrix origin=a,sig=x",
                "X-Matrix key=ed25519:1,sig=x",
                "X-Matrix origin=a,origin=b,key=ed25519:1,sig=x",
                "X-Matrix origin=a,Origin=a,key=ed25519:1,sig=x",
                "X-Matrix origin=\"a_b\",key=ed25519:1,sig=x",
                "X-Matrix origin=a,destination=\"\",key=ed25519:1,sig=x",
                "X-Matrix origin=a,key=1,sig=x",
                "X-Matrix origin=\"a,key=ed25519:1,sig=x",
                "X-Matrix origin=\"a\\",
                "X-Matrix origin=\"a\"b,key=ed25519:1,sig=x",
                "X-Matrix origin,key=ed25519:1,sig=x",
                "X-Matrix =a,key=ed25519:1,sig=x",
                "X-Matrix origin=a,key=ed25519:1,sig",
            })
    @Tag("easily-missed-18")
    void other_headers_are_malformed(String header) {
        assertThatThrownBy(() -> XMatrix.parse(header)).isInstanceOf(MalformedXMatrix.class);
    }
}
