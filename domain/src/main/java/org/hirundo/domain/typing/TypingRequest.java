package org.hirundo.domain.typing;

import java.time.Duration;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;

/**
 * That a user types, or does so no more.
 *
 * @param timeout for how long the user counts as typing when nothing more is heard
 */
public record TypingRequest(boolean typing, Duration timeout) {

    /** For how long a user counts as typing who does not say. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** For how long at most, whatever the client says. */
    public static final Duration MAX_TIMEOUT = Duration.ofMinutes(2);

    /**
     * Reads the body of {@code PUT /rooms/{roomId}/typing/{userId}}.
     *
     * @throws MissingParam when it does not say whether the user types
     * @throws BadJson when a member is of the wrong type
     * @throws InvalidParam when the timeout is negative
     */
    public static TypingRequest parse(JsonObject body) {
        var typing =
                switch (body.get("typing")) {
                    case null -> throw new MissingParam("The body has no typing");
                    case JsonBoolean(var value) -> value;
                    default -> throw new BadJson("The typing is a boolean");
                };
        return new TypingRequest(typing, typing ? timeout(body) : Duration.ZERO);
    }

    private static Duration timeout(JsonObject body) {
        return switch (body.get("timeout")) {
            case null -> DEFAULT_TIMEOUT;
            case JsonInteger(var milliseconds)
            when milliseconds < 0 -> throw new InvalidParam("The timeout is not negative");
            case JsonInteger(var milliseconds) -> Duration.ofMillis(Math.min(milliseconds, MAX_TIMEOUT.toMillis()));
            default -> throw new BadJson("The timeout is an integer");
        };
    }
}
