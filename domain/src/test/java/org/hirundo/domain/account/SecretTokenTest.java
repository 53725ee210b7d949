package org.hirundo.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hirundo.domain.account.SecretToken.Kind;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void a_token_has_256_bits_behind_the_prefix_of_its_kind() {
        var random = new SplittableRandom(1);

        assertThat(SecretToken.generate(Kind.ACCESS, random).reveal()).matches("hirundo_at_[A-Za-z0-9_-]{43}");
        assertThat(SecretToken.generate(Kind.REFRESH, random).reveal()).matches("hirundo_rt_[A-Za-z0-9_-]{43}");
        assertThat(SecretToken.generate(Kind.LOGIN, random).reveal()).matches("hirundo_lt_[A-Za-z0-9_-]{43}");
        assertThat(SecretToken.generate(Kind.ACCESS, random).reveal())
                .isNotEqualTo(SecretToken.generate(Kind.ACCESS, random).reveal());
    }

    @Test
    void the_hash_is_sha_256_in_url_safe_base64() {
        assertThat(SecretToken.of("abc").orElseThrow().hash()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void a_token_that_is_shown_again_has_the_same_hash() {
        var token = SecretToken.generate(Kind.ACCESS, new SplittableRandom(2));

        assertThat(SecretToken.of(token.reveal()).orElseThrow().hash()).isEqualTo(token.hash());
    }

    @Test
    void what_cannot_be_a_token_is_none() {
        assertThat(SecretToken.of("")).isEmpty();
        assertThat(SecretToken.of("x".repeat(10_000))).isEmpty();
    }

    @Test
    void a_token_does_not_get_into_logs() {
        var token = SecretToken.generate(Kind.ACCESS, new SplittableRandom(3));

        assertThat(token.toString()).doesNotContain(token.reveal().substring(11, 20));
    }
}
