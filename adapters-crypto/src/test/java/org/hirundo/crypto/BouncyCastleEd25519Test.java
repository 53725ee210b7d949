package org.hirundo.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.hirundo.domain.crypto.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BouncyCastleEd25519Test {

    private static final HexFormat HEX = HexFormat.of();

    private final Ed25519 ed25519 = new BouncyCastleEd25519();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "TEST 1, 9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + " e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "TEST 2, 4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + " 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "TEST 3, c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + " 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void agrees_with_the_examples_of_RFC_8032(
            String name, String seed, String publicKey, String message, String signature) {
        assertThat(ed25519.publicKey(HEX.parseHex(seed))).asHexString().isEqualToIgnoringCase(publicKey);
        assertThat(ed25519.sign(HEX.parseHex(message), HEX.parseHex(seed)))
                .asHexString()
                .isEqualToIgnoringCase(signature);
        assertThat(ed25519.verify(HEX.parseHex(message), HEX.parseHex(signature), HEX.parseHex(publicKey)))
                .isTrue();
    }

    @Test
    void agrees_with_the_example_of_the_matrix_specification() {
        var seed = Base64.getDecoder().decode("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1");

        assertThat(Base64.getEncoder().withoutPadding().encodeToString(ed25519.sign("{}".getBytes(UTF_8), seed)))
                .isEqualTo("K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ");
    }

    @Test
    void signs_as_the_JDK_does() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            var seed = bytes(random, 32);
            var message = bytes(random, random.nextInt(300));
            var jdk = Signature.getInstance("Ed25519");
            jdk.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            jdk.update(message);

            assertThat(ed25519.sign(message, seed)).isEqualTo(jdk.sign());
        }
    }

    @Test
    void keys_used_in_turn_are_not_mixed_up() {
        var random = new Random(8);
        var one = bytes(random, 32);
        var other = bytes(random, 32);
        var message = "hello".getBytes(UTF_8);
        for (int i = 0; i < 3; i++) {
            assertThat(ed25519.verify(message, ed25519.sign(message, one), ed25519.publicKey(one)))
                    .isTrue();
            assertThat(ed25519.verify(message, ed25519.sign(message, other), ed25519.publicKey(other)))
                    .isTrue();
            assertThat(ed25519.verify(message, ed25519.sign(message, one), ed25519.publicKey(other)))
                    .isFalse();
        }
    }

    @Test
    void a_caller_who_changes_its_arrays_afterwards_changes_nothing() {
        var seed = bytes(new Random(9), 32);
        var publicKey = ed25519.publicKey(seed);
        var expected = publicKey.clone();
        publicKey[0] ^= 1;
        assertThat(ed25519.publicKey(seed)).isEqualTo(expected);
        seed[0] ^= 1;
        assertThat(ed25519.publicKey(seed)).isNotEqualTo(expected);
    }

    @Test
    void nothing_that_was_tampered_with_is_verified() {
        var seed = bytes(new Random(10), 32);
        var message = "hello".getBytes(UTF_8);
        var signature = ed25519.sign(message, seed);
        var publicKey = ed25519.publicKey(seed);
        for (int bit = 0; bit < signature.length * 8; bit++) {
            var tampered = signature.clone();
            tampered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(ed25519.verify(message, tampered, publicKey)).isFalse();
        }
        assertThat(ed25519.verify("hullo".getBytes(UTF_8), signature, publicKey))
                .isFalse();
    }

    @Test
    void a_signature_whose_second_half_is_not_reduced_is_none() {
        var seed = bytes(new Random(11), 32);
        var message = "hello".getBytes(UTF_8);
        var signature = ed25519.sign(message, seed);
        var order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        var half = new BigInteger(1, reversed(signature, 32, 64)).add(order);
        var malleable = signature.clone();
        var bytes = reversed(half.toByteArray(), 0, half.toByteArray().length);
        System.arraycopy(bytes, 0, malleable, 32, Math.min(32, bytes.length));

        assertThat(ed25519.verify(message, malleable, ed25519.publicKey(seed))).isFalse();
    }

    @Test
    void keys_and_signatures_of_the_wrong_length_are_none() {
        var seed = bytes(new Random(12), 32);
        var message = "hello".getBytes(UTF_8);
        var signature = ed25519.sign(message, seed);

        assertThat(ed25519.verify(message, new byte[63], ed25519.publicKey(seed)))
                .isFalse();
        assertThat(ed25519.verify(message, signature, new byte[31])).isFalse();
        assertThat(ed25519.verify(message, signature, new byte[0])).isFalse();
        assertThatThrownBy(() -> ed25519.sign(message, new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] reversed(byte[] bytes, int from, int to) {
        var reversed = new byte[to - from];
        for (int i = from; i < to; i++) {
            reversed[to - 1 - i] = bytes[i];
        }
        return reversed;
    }
}
