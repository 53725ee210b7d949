package org.hirundo.crypto.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import org.hirundo.application.config.JwtConfig.Jwt;
import org.hirundo.application.port.login.JwtVerifier;
import org.jspecify.annotations.Nullable;

/** Verifies JSON Web Tokens with Nimbus: one algorithm, which the configuration says, and one key. */
public final class NimbusJwtVerifier implements JwtVerifier {

    /** How far clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Jwt config;
    private final JWSAlgorithm algorithm;
    private final JWSVerifier signatures;

    /**
     * For tokens like these.
     *
     * @throws IllegalArgumentException when the key is none for the algorithm
     */
    public NimbusJwtVerifier(Jwt config) {
        this.config = config;
        this.algorithm = JWSAlgorithm.parse(config.algorithm().name());
        this.signatures = signatures(config);
    }

    private static JWSVerifier signatures(Jwt config) {
        try {
            return switch (config.algorithm()) {
                case HS256 -> new MACVerifier(config.key().getBytes(StandardCharsets.UTF_8));
                case RS256 -> new RSASSAVerifier((RSAPublicKey) key("RSA", config.key()));
                case ES256 -> new ECDSAVerifier((ECPublicKey) key("EC", config.key()));
            };
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalArgumentException("No key for " + config.algorithm() + ": " + e.getMessage(), e);
        }
    }

    private static PublicKey key(String type, String pem) throws GeneralSecurityException {
        var base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance(type)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    @Override
    public Optional<String> subject(String token, Instant now) {
        try {
            var jwt = SignedJWT.parse(token);
            if (!jwt.getHeader().getAlgorithm().equals(algorithm) || !jwt.verify(signatures)) {
                return Optional.empty();
            }
            var claims = jwt.getJWTClaimsSet();
            return isGood(claims, now)
                    ? Optional.ofNullable(claims.getStringClaim(config.subjectClaim()))
                            .filter(subject -> !subject.isEmpty())
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isGood(JWTClaimsSet claims, Instant now) {
        var earliest = now.minus(SKEW);
        var latest = now.plus(SKEW);
        return isForUs(claims)
                && at(claims.getExpirationTime())
                        .filter(end -> !end.isAfter(earliest))
                        .isEmpty()
                && at(claims.getNotBeforeTime())
                        .filter(begin -> begin.isAfter(latest))
                        .isEmpty()
                && at(claims.getIssueTime())
                        .filter(made -> made.isAfter(latest))
                        .isEmpty();
    }

    private static Optional<Instant> at(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private boolean isForUs(JWTClaimsSet claims) {
        var isOfIssuer = config.issuer().isEmpty() || config.issuer().equals(Optional.ofNullable(claims.getIssuer()));
        return isOfIssuer
                && (config.audiences().isEmpty() || !Collections.disjoint(config.audiences(), claims.getAudience()));
    }
}
