package org.hirundo.domain.presence;

import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;

/**
 * What a user says of their presence by hand.
 *
 * @param statusMessage what they are about; empty to say nothing, which takes away what was said before
 */
public record PresenceRequest(Presence presence, Optional<String> statusMessage) {

    /** The most UTF-16 units of a status message: it goes to everybody who shares a room with the user. */
    public static final int MAX_STATUS_MESSAGE = 1024;

    /**
     * Reads the body of {@code PUT /presence/{userId}/status}.
     *
     * @throws MissingParam when it has no presence
     * @throws BadJson when a member is of the wrong type
     * @throws InvalidParam when the presence is none, or the message too long
     */
    public static PresenceRequest parse(JsonObject body) {
        return new PresenceRequest(presence(body), statusMessage(body));
    }

    private static Presence presence(JsonObject body) {
        return switch (body.get("presence")) {
            case null -> throw new MissingParam("The body has no presence");
            case JsonString(var name) ->
                Presence.of(name).orElseThrow(() -> new InvalidParam("There is no such presence: " + name));
            default -> throw new BadJson("The presence is a string");
        };
    }

    private static Optional<String> statusMessage(JsonObject body) {
        return switch (body.get("status_msg")) {
            case null -> Optional.empty();
            case JsonNull.NULL -> Optional.empty();
            case JsonString(var text)
            when text.length() > MAX_STATUS_MESSAGE ->
                throw new InvalidParam("A status message has at most " + MAX_STATUS_MESSAGE + " characters");
            case JsonString(var text) -> Optional.of(text).filter(message -> !message.isEmpty());
            default -> throw new BadJson("The status_msg is a string");
        };
    }
}
