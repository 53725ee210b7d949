package org.hirundo.domain.profile;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.KeyTooLarge;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * The name of a field of a profile: {@code displayname}, {@code avatar_url}, {@code m.tz}, or one of the Common Namespaced
 * Identifier Grammar with a namespace.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3profileuseridkeyname">Set a field</a>
 */
public record ProfileField(String name) {

    /** How the user wants to be called. */
    public static final ProfileField DISPLAY_NAME = new ProfileField("displayname");

    /** The user's picture. */
    public static final ProfileField AVATAR_URL = new ProfileField("avatar_url");

    /** The user's time zone. */
    public static final ProfileField TIME_ZONE = new ProfileField("m.tz");

    /** The most Unicode characters a display name may have. */
    public static final int MAX_DISPLAY_NAME = 256;

    /** The most UTF-16 characters the address of a picture may have. */
    public static final int MAX_AVATAR_URL = 1_000;

    private static final int MAX_NAME_BYTES = 255;
    private static final Pattern NAMESPACED = Pattern.compile("[a-z][a-z0-9_-]*(?:\\.[a-z][a-z0-9_-]*)+");

    /**
     * The field of this name.
     *
     * @throws KeyTooLarge when the name is longer than 255 bytes
     * @throws InvalidParam when it is none of the known names and not of the grammar
     */
    public static ProfileField parse(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new KeyTooLarge("A profile key has at most " + MAX_NAME_BYTES + " bytes");
        }
        var field = new ProfileField(name);
        if (!field.equals(DISPLAY_NAME)
                && !field.equals(AVATAR_URL)
                && !NAMESPACED.matcher(name).matches()) {
            throw new InvalidParam("Invalid profile key.");
        }
        return field;
    }

    /**
     * Checks a value for this field. Values of fields that are not of the specification are not looked into.
     *
     * @throws InvalidParam when it is none
     */
    public void check(JsonValue value) {
        if (equals(DISPLAY_NAME)) {
            var text = text(value);
            if (text.codePointCount(0, text.length()) > MAX_DISPLAY_NAME) {
                throw new InvalidParam("A display name has at most " + MAX_DISPLAY_NAME + " characters");
            }
        } else if (equals(AVATAR_URL)) {
            // That it is an mxc:// URI is not required of it by the specification, and clients rely on that.
            if (text(value).length() > MAX_AVATAR_URL) {
                throw new InvalidParam("An avatar URL has at most " + MAX_AVATAR_URL + " characters");
            }
        } else if (equals(TIME_ZONE)) {
            text(value);
        }
    }

    private String text(JsonValue value) {
        if (value instanceof JsonString(var text)) {
            return text;
        }
        throw new InvalidParam("The value of " + name + " is a string");
    }

    /** Whether a change of the field changes how the user looks in rooms. */
    public boolean isShownInRooms() {
        return equals(DISPLAY_NAME) || equals(AVATAR_URL);
    }

    /**
     * Whether the value means that the user wants the field gone: clients older than the deletion of fields clear a name or
     * a picture with an empty string.
     */
    boolean isCleared(JsonValue value) {
        return isShownInRooms() && value.equals(new JsonString(""));
    }

    @Override
    public String toString() {
        return name;
    }
}
