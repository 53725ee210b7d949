package org.hirundo.domain.accountdata;

import java.nio.charset.StandardCharsets;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.ServerManaged;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;

/** The type of a piece of account data. */
public record AccountDataType(String value) {

    /** How far the user has read in a room, set through the read markers API. */
    public static final AccountDataType FULLY_READ = new AccountDataType("m.fully_read");

    /** The user's push rules, set through the push rules API. */
    public static final AccountDataType PUSH_RULES = new AccountDataType("m.push_rules");

    /** The most bytes of a type. */
    public static final int MAX_TYPE_BYTES = 255;

    /** The most bytes of content, in canonical JSON. */
    public static final int MAX_CONTENT_BYTES = 1024 * 1024;

    /** Whether the server keeps this type, and clients only read it. */
    public boolean isServerManaged() {
        return equals(FULLY_READ) || equals(PUSH_RULES);
    }

    /**
     * Checks what a client wants to write, globally or for a room.
     *
     * @throws ServerManaged when the type is the server's
     * @throws InvalidParam when the type is empty or too long
     * @throws TooLarge when the content is too large
     */
    public void check(JsonObject content) {
        if (isServerManaged()) {
            throw new ServerManaged("Cannot set " + value + " through this API.");
        }
        if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > MAX_TYPE_BYTES) {
            throw new InvalidParam("A type of account data has 1 to " + MAX_TYPE_BYTES + " bytes");
        }
        checkSize(content);
    }

    /**
     * Checks what account data becomes, whichever way it is written: what grows piece by piece has the same limit.
     *
     * @throws TooLarge when the content is too large
     */
    public static void checkSize(JsonObject content) {
        if (CanonicalJson.lenient().bytes(content).length > MAX_CONTENT_BYTES) {
            throw new TooLarge("Account data has at most " + MAX_CONTENT_BYTES + " bytes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
