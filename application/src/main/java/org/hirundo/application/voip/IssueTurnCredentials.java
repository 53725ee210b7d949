package org.hirundo.application.voip;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.config.VoipConfig;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.crypto.Hashes;

/**
 * Gives a user credentials for the TURN servers, which share a secret with this one and so need not ask it ("A REST API For
 * Access To TURN Services").
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3voipturnserver">GET /voip/turnServer</a>
 */
@Singleton
public final class IssueTurnCredentials {

    /** What TURN servers expect. */
    private static final String ALGORITHM = "HmacSHA1";

    private final VoipConfig config;
    private final InstantSource clock;

    @Inject
    public IssueTurnCredentials(VoipConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Credentials for TURN servers. */
    public record TurnCredentials(String username, String password, List<String> uris, Duration lifetime) {}

    /** Credentials of the requester; empty when there are no TURN servers. */
    public Optional<TurnCredentials> issue(Requester requester) {
        requester.refuseGuest();
        if (config.turnUris().isEmpty()) {
            return Optional.empty();
        }
        var expiresAt = clock.instant().plus(config.turnLifetime()).getEpochSecond();
        var username = expiresAt + ":" + requester.user();
        return config.turnSharedSecret()
                .map(secret -> new TurnCredentials(
                        username, password(secret, username), config.turnUris(), config.turnLifetime()));
    }

    private static String password(String secret, String username) {
        var mac = Hashes.hmac(ALGORITHM, secret.getBytes(StandardCharsets.UTF_8), username);
        return Base64.getEncoder().encodeToString(mac);
    }
}
