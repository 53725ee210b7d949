package org.hirundo.domain.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpaddedBase64Test {

    /** The examples of the appendices, "Unpadded Base64". */
    @ParameterizedTest
    @CsvSource(
            value = {"'', ''", "f, Zg", "fo, Zm8", "foo, Zm9v", "foob, Zm9vYg", "fooba, Zm9vYmE", "foobar, Zm9vYmFy"})
    void the_specifications_examples_come_out(String text, String base64) {
        assertThat(UnpaddedBase64.encode(text.getBytes(UTF_8))).isEqualTo(base64);
        assertThat(UnpaddedBase64.decode(base64)).contains(text.getBytes(UTF_8));
    }

    @Test
    void the_alphabets_differ_in_two_characters() {
        var bytes = new byte[] {(byte) 0xfb, (byte) 0xff};

        assertThat(UnpaddedBase64.encode(bytes)).isEqualTo("+/8");
        assertThat(UnpaddedBase64.encodeUrlSafe(bytes)).isEqualTo("-_8");
        assertThat(UnpaddedBase64.decode("+/8")).contains(bytes);
        assertThat(UnpaddedBase64.decodeUrlSafe("-_8")).contains(bytes);
        assertThat(UnpaddedBase64.decode("-_8")).isEmpty();
        assertThat(UnpaddedBase64.decodeUrlSafe("+/8")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zg", "Zg=", "Zg==", "Zg==="})
    void padding_makes_no_difference(String padded) {
        assertThat(UnpaddedBase64.decode(padded)).contains("f".getBytes(UTF_8));
        assertThat(UnpaddedBase64.decodeUrlSafe(padded)).contains("f".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAA", "Zg=Zg", "Z g", "Zg\n", "Zé", "Z!"})
    void other_texts_are_none(String text) {
        assertThat(UnpaddedBase64.decode(text)).isEmpty();
    }
}
