package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.json.JsonObject;

/** Whoever knows the server's secret makes a token with which others can register. */
@Singleton
public final class CreateRegistrationToken {

    private static final int LENGTH = 16;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final SharedSecretProof proof;
    private final RegistrationTokenStore tokens;
    private final RateLimiter limits;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    CreateRegistrationToken(
            SharedSecretProof proof,
            RegistrationTokenStore tokens,
            RateLimiter limits,
            InstantSource clock,
            RandomGenerator random) {
        this.proof = proof;
        this.tokens = tokens;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes the token of the body: {@code token}, else one by chance; {@code uses_allowed}, else any number; {@code expiry_time} in
     * milliseconds since the epoch, else never. The proof is of {@code create} and of the three as they are in the body, empty
     * where they are missing.
     *
     * @param address where the request comes from
     * @throws InvalidParam when there cannot be such a token, or there is one already
     * @throws org.hirundo.domain.error.MatrixException when there is no proof of the secret
     */
    public RegistrationToken create(JsonObject request, String address) {
        limits.spendFrom(address, Cost.REGISTRATION_QUERY);
        var body = new Body(request);
        var name = body.string("token");
        var uses = body.integer("uses_allowed");
        var expiry = body.integer("expiry_time");
        proof.check(
                body,
                SharedSecretProof.Algorithm.REGISTRATION_TOKENS,
                List.of("create", name.orElse(""), text(uses), text(expiry)));
        var token = RegistrationToken.unused(
                name.map(CreateRegistrationToken::wellFormed).orElseGet(this::generated),
                uses.map(CreateRegistrationToken::number),
                expiry.map(this::future));
        if (!tokens.create(token)) {
            throw new InvalidParam("There is a token " + token.token() + " already");
        }
        return token;
    }

    private static String text(Optional<Long> number) {
        return number.map(Object::toString).orElse("");
    }

    private static String wellFormed(String token) {
        if (!RegistrationToken.isWellFormed(token)) {
            throw new InvalidParam("A registration token has 1 to 64 letters, digits and ._~-");
        }
        return token;
    }

    private static int number(long uses) {
        if (uses < 0 || uses > Integer.MAX_VALUE) {
            throw new InvalidParam("That many uses cannot be allowed");
        }
        return Math.toIntExact(uses);
    }

    private Instant future(long millis) {
        var end = Instant.ofEpochMilli(millis);
        if (!end.isAfter(clock.instant())) {
            throw new InvalidParam("The token would have expired already");
        }
        return end;
    }

    private String generated() {
        var token = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }
}
