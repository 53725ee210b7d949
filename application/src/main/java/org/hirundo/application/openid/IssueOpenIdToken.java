package org.hirundo.application.openid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;

/**
 * Gives a user a token with which a service learns from this server who they are, and nothing else.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3useruseridopenidrequest_token">POST
 *     …/openid/request_token</a>
 */
@Singleton
public final class IssueOpenIdToken {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final RateLimiter limits;
    private final OpenIdTokens tokens;
    private final InstantSource clock;

    @Inject
    IssueOpenIdToken(RateLimiter limits, OpenIdTokens tokens, InstantSource clock) {
        this.limits = limits;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token for services. */
    public record Issued(String token, Duration expiresIn) {}

    /**
     * Issues a token.
     *
     * @throws org.hirundo.domain.error.Forbidden when the user is not the requester
     */
    public Issued issue(Requester requester, UserId user) {
        requester.refuseGuest();
        requester.refuseUnlessSelf(user);
        limits.spend(requester, Cost.SETTINGS);
        return new Issued(tokens.make(user, clock.instant().plus(LIFETIME)), LIFETIME);
    }
}
