package org.hirundo.application.openid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hirundo.application.config.Identity;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.UserId;

/**
 * Makes and reads OpenID tokens. A token says whose it is and until when, and the server's signature is under it; so nothing has
 * to be kept, and it is good on every node and after a restart.
 */
@Singleton
final class OpenIdTokens {

    /** What is signed begins so, which nothing else does that the server signs. */
    private static final String PURPOSE = "hirundo openid token\n";

    private static final Pattern FORM = Pattern.compile("hirundo_oid_([A-Za-z0-9_-]{1,1024})\\.([A-Za-z0-9_-]{86})");

    private final Identity identity;
    private final Ed25519 ed25519;

    @Inject
    OpenIdTokens(Identity identity, Ed25519 ed25519) {
        this.identity = identity;
        this.ed25519 = ed25519;
    }

    /** A token of the user. */
    String make(UserId user, Instant expiresAt) {
        var claim = expiresAt.toEpochMilli() + " " + user;
        var signature = identity.signingKey().sign(signed(claim), ed25519);
        return "hirundo_oid_" + UnpaddedBase64.encodeUrlSafe(claim.getBytes(StandardCharsets.UTF_8)) + "."
                + UnpaddedBase64.encodeUrlSafe(signature);
    }

    /** Whose token it is; empty when it is none of ours, or expired. */
    Optional<UserId> read(String token, Instant now) {
        var matcher = FORM.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var decoder = Base64.getUrlDecoder();
        byte[] claimBytes;
        byte[] signature;
        try {
            claimBytes = decoder.decode(matcher.group(1));
            signature = decoder.decode(matcher.group(2));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        var claim = new String(claimBytes, StandardCharsets.UTF_8);
        var key = identity.signingKey().publicKey(ed25519);
        if (!ed25519.verify(signed(claim), signature, key)) {
            return Optional.empty();
        }
        // What we signed we wrote.
        var parts = claim.split(" ", 2);
        return now.toEpochMilli() < Long.parseLong(parts[0]) ? UserId.find(parts[1]) : Optional.empty();
    }

    private static byte[] signed(String claim) {
        return (PURPOSE + claim).getBytes(StandardCharsets.UTF_8);
    }
}
