package org.hirundo.crypto.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.config.JwtConfig.Algorithm;
import org.hirundo.application.config.JwtConfig.Jwt;
import org.junit.jupiter.api.Test;

class NimbusJwtVerifierTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final String SECRET = "a secret of at least thirty-two bytes";

    private static NimbusJwtVerifier verifier(Algorithm algorithm, String key) {
        return new NimbusJwtVerifier(new Jwt(algorithm, key, Optional.of("us"), List.of("matrix", "chat"), "name"));
    }

    private static NimbusJwtVerifier verifier() {
        return verifier(Algorithm.HS256, SECRET);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("us")
                .audience(List.of("mail", "chat"))
                .claim("name", "dora")
                .expirationTime(Date.from(NOW.plusSeconds(600)));
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String signed(JWTClaimsSet claims) throws Exception {
        return signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims);
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static KeyPair rsa() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    @Test
    void a_token_with_the_secret_says_who_it_is_about() throws Exception {
        assertThat(verifier().subject(signed(claims().build()), NOW)).contains("dora");
    }

    @Test
    void a_token_by_a_private_key_is_verified_with_the_public_one() throws Exception {
        var rsa = rsa();
        var token = signed(JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()), claims().build());
        assertThat(verifier(Algorithm.RS256, pem(rsa)).subject(token, NOW)).contains("dora");
        assertThat(verifier(Algorithm.RS256, pem(rsa())).subject(token, NOW)).isEmpty();

        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var ec = generator.generateKeyPair();
        var other = signed(JWSAlgorithm.ES256, new ECDSASigner((ECPrivateKey) ec.getPrivate()), claims().build());
        assertThat(verifier(Algorithm.ES256, pem(ec)).subject(other, NOW)).contains("dora");
        assertThat(verifier(Algorithm.ES256, pem(ec)).subject(token, NOW)).isEmpty();
    }

    @Test
    void the_algorithm_is_the_one_that_is_configured() throws Exception {
        assertThat(verifier().subject(new PlainJWT(claims().build()).serialize(), NOW))
                .isEmpty();
        assertThat(verifier()
                        .subject(signed(JWSAlgorithm.HS512, new MACSigner(SECRET.repeat(2)), claims().build()), NOW))
                .isEmpty();
        // Who signs with the public key as if it were a secret, for everybody knows it.
        var rsa = rsa();
        var confused =
                signed(JWSAlgorithm.HS256, new MACSigner(pem(rsa).getBytes(StandardCharsets.UTF_8)), claims().build());
        assertThat(verifier(Algorithm.RS256, pem(rsa)).subject(confused, NOW)).isEmpty();
    }

    @Test
    void issuer_audience_and_subject_have_to_be_right() throws Exception {
        for (var wrong : List.of(
                claims().issuer("them"),
                claims().issuer(null),
                claims().audience("mail"),
                claims().audience((String) null),
                claims().claim("name", null),
                claims().claim("name", ""),
                claims().claim("name", 5))) {
            assertThat(verifier().subject(signed(wrong.build()), NOW)).isEmpty();
        }
        var anybody = new NimbusJwtVerifier(new Jwt(Algorithm.HS256, SECRET, Optional.empty(), List.of(), "sub"));
        assertThat(anybody.subject(
                        signed(new JWTClaimsSet.Builder().subject("emil").build()), NOW))
                .contains("emil");
    }

    @Test
    void a_token_is_good_in_its_time() throws Exception {
        var token = signed(claims().notBeforeTime(Date.from(NOW)).build());

        assertThat(verifier().subject(token, NOW.minusSeconds(60))).isPresent();
        assertThat(verifier().subject(token, NOW.minusSeconds(61))).isEmpty();
        assertThat(verifier().subject(token, NOW.plusSeconds(659))).isPresent();
        assertThat(verifier().subject(token, NOW.plusSeconds(660))).isEmpty();
        var future = signed(claims().issueTime(Date.from(NOW.plusSeconds(61))).build());
        assertThat(verifier().subject(future, NOW)).isEmpty();
    }

    @Test
    void what_is_no_token_is_about_nobody() throws Exception {
        var token = signed(claims().build());
        for (var wrong : List.of("", ".", "..", "a.b.c", token + "x", token.substring(0, token.lastIndexOf('.') + 1))) {
            assertThat(verifier().subject(wrong, NOW)).isEmpty();
        }
    }

    @Test
    void a_key_fits_the_algorithm() throws Exception {
        assertThatThrownBy(() -> verifier(Algorithm.HS256, "short")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> verifier(Algorithm.RS256, "no key")).isInstanceOf(IllegalArgumentException.class);
        var rsa = pem(rsa());
        assertThatThrownBy(() -> verifier(Algorithm.ES256, rsa)).isInstanceOf(IllegalArgumentException.class);
    }
}
