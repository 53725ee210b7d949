package org.hirundo.domain.e2ee;

import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.WrongRoomKeysVersion;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;

/**
 * What a client says of a backup that it begins or changes.
 *
 * @param authData how keys are encrypted for it; opaque to the server
 * @param version the version that is said to be changed, if it is said
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3room_keysversion">Backup versions</a>
 */
public record BackupVersion(String algorithm, JsonObject authData, Optional<String> version) {

    /**
     * Reads the body of {@code POST /room_keys/version} and {@code PUT /room_keys/version/{version}}.
     *
     * @throws MissingParam when the algorithm or the authentication data is missing
     * @throws BadJson when a member is of the wrong type
     */
    public static BackupVersion parse(JsonObject body) {
        return new BackupVersion(
                string(body, "algorithm").orElseThrow(() -> new MissingParam("A backup has an algorithm")),
                switch (body.get("auth_data")) {
                    case null -> throw new MissingParam("A backup has auth_data");
                    case JsonObject authData -> authData;
                    default -> throw new BadJson("auth_data is an object");
                },
                string(body, "version"));
    }

    private static Optional<String> string(JsonObject body, String name) {
        return switch (body.get(name)) {
            case null -> Optional.empty();
            case JsonNull.NULL -> Optional.empty();
            case JsonString(var text) -> Optional.of(text);
            default -> throw new BadJson(name + " is a string");
        };
    }

    /**
     * Checks that a backup may be changed to this: nothing but the authentication data ever changes.
     *
     * @param changed the version that is to be changed
     * @param knownAlgorithm its algorithm
     * @throws InvalidParam when the algorithm is another, or this is said to be another version
     */
    public void checkChange(String changed, String knownAlgorithm) {
        if (!algorithm.equals(knownAlgorithm)) {
            throw new InvalidParam("Algorithm does not match");
        }
        if (version.isPresent() && !version.get().equals(changed)) {
            throw new InvalidParam("Version does not match");
        }
    }

    /**
     * Checks that keys may be written into a version: only the current one takes any.
     *
     * @param current the current version, if the user has a backup
     * @throws NotFound when the user has none
     * @throws WrongRoomKeysVersion when it is another
     */
    public static void checkWritable(String version, Optional<String> current) {
        var writable = current.orElseThrow(() -> new NotFound("No current backup version"));
        if (!version.equals(writable)) {
            throw new WrongRoomKeysVersion(writable);
        }
    }
}
