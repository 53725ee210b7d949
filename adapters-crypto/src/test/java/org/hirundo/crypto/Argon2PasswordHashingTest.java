package org.hirundo.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.hirundo.application.port.account.PasswordHashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHashingTest {

    private final PasswordHashing hashing = new Argon2PasswordHashing(new Random(1), 2);

    @Test
    void a_password_matches_its_hash_and_no_other_does() {
        var hash = hashing.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.matches("correct horse", hash)).isTrue();
        assertThat(hashing.matches("correct horsf", hash)).isFalse();
        assertThat(hashing.matches("", hash)).isFalse();
    }

    @Test
    void one_password_has_many_hashes() {
        assertThat(hashing.hash("correct horse")).isNotEqualTo(hashing.hash("correct horse"));
    }

    /** From the tests of the reference implementation, github.com/P-H-C/phc-winner-argon2, src/test.c. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94"
            })
    void hashes_of_other_parameters_are_understood(String password, String hash) {
        assertThat(hashing.matches(password, hash)).isTrue();
        assertThat(hashing.matches(password + "!", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a$04$", "$2b$04$", "$2y$04$"})
    void bcrypt_hashes_that_come_from_elsewhere_are_understood(String prefix) {
        var hash = OpenBSDBCrypt.generate(prefix.substring(1, 3), "correct horse".toCharArray(), new byte[16], 4);

        assertThat(hash).startsWith(prefix);
        assertThat(hashing.matches("correct horse", hash)).isTrue();
        assertThat(hashing.matches("correct horsf", hash)).isFalse();
    }

    /** From the tests of jBCrypt, www.mindrot.org/projects/jBCrypt. */
    @Test
    void a_bcrypt_hash_of_another_program_is_understood() {
        var hash = "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe";

        assertThat(hashing.matches("a", hash)).isTrue();
        assertThat(hashing.matches("b", hash)).isFalse();
    }

    @Test
    void a_password_beyond_the_72_bytes_of_bcrypt_still_matches() {
        var password = "x".repeat(100);
        var hash = OpenBSDBCrypt.generate("2b", password.substring(0, 72).toCharArray(), new byte[16], 4);

        assertThat(hashing.matches(password, hash)).isTrue();
        assertThat(hashing.matches("y" + password, hash)).isFalse();
    }

    @Test
    void the_same_text_typed_on_different_systems_is_the_same_password() {
        assertThat(hashing.matches("Zoe\u0308", hashing.hash("Zo\u00eb"))).isTrue();
    }

    @Test
    void any_unicode_text_is_a_password() {
        for (var password : new String[] {"\uD83D\uDC0E\u0000", "\u0000", "пароль"}) {
            assertThat(hashing.matches(password, hashing.hash(password))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$2b$12$short",
                "$2b$31$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void nothing_matches_what_is_no_hash_or_would_cost_too_much(String notAHash) {
        assertThat(hashing.matches("password", notAHash)).isFalse();
    }

    @Test
    void many_at_once_wait_their_turn() throws Exception {
        var hash = hashing.hash("password");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var task = (Callable<Boolean>) () -> hashing.matches("password", hash);

            assertThat(threads.invokeAll(Collections.nCopies(12, task)))
                    .allSatisfy(done -> assertThat(done.get()).isTrue());
        }
    }
}
