package org.hirundo.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hirundo.domain.id.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    private static final Ed25519 ED25519 = new JdkEd25519();

    @Test
    void a_line_of_a_key_file_is_a_key() {
        var line = "ed25519 1 YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA0";
        var key = SigningKey.parse("  " + line + "\n").orElseThrow();

        assertThat(key.id()).isEqualTo(KeyId.parse("ed25519:1"));
        assertThat(key.publicKey(ED25519)).isEqualTo(TestKeys.OF_THE_SPECIFICATION.publicKey(ED25519));
        assertThat(key.toLine()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ed25519 1",
                "rsa 1 YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1",
                "ed25519 a.b YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1",
                "ed25519 \" YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1",
                "ed25519 1 abc",
                "ed25519 1 !",
                "a b c d"
            })
    void other_lines_are_none(String line) {
        assertThat(SigningKey.parse(line)).isEmpty();
    }

    @Test
    void a_seed_has_32_bytes() {
        assertThatThrownBy(() -> SigningKey.of(KeyId.parse("ed25519:1"), new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_seed_is_the_keys_own_and_is_not_shown() {
        var seed = new byte[32];
        var key = SigningKey.of(KeyId.parse("ed25519:1"), seed);
        var before = key.publicKey(ED25519);
        seed[0] = 1;

        assertThat(key.publicKey(ED25519)).isEqualTo(before);
        assertThat(key).hasToString("SigningKey ed25519:1");
    }
}
