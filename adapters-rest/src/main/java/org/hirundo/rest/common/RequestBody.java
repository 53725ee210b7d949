package org.hirundo.rest.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.NotJson;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;

/**
 * Bodies of requests. Resources take them as streams, whatever content type they claim to have, so that every mistake gets
 * the answer that the specification has for it.
 */
public final class RequestBody {

    /** More than any request needs that does not upload media: keys of many devices, or of many sessions. */
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private RequestBody() {}

    /**
     * The object in the body.
     *
     * @throws TooLarge when the body is larger than any request needs to be
     * @throws NotJson when it is not JSON
     * @throws BadJson when it is another kind of JSON
     */
    public static JsonObject object(InputStream body) {
        var bytes = bytes(body);
        try {
            if (JsonParser.parse(bytes) instanceof JsonObject object) {
                return object;
            }
        } catch (MalformedJson malformed) {
            throw new NotJson("The body is not JSON: " + malformed.getMessage());
        }
        throw new BadJson("The body is a JSON object");
    }

    /**
     * The object in the body, an empty one when there is no body: for endpoints that older clients call without.
     *
     * @throws TooLarge when the body is larger than any request needs to be
     * @throws NotJson when it is not JSON
     * @throws BadJson when it is another kind of JSON
     */
    public static JsonObject objectOrNone(InputStream body) {
        var bytes = bytes(body);
        return bytes.length == 0 ? JsonObject.EMPTY : object(new java.io.ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(InputStream body) {
        try {
            var bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new TooLarge("A body has at most " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The body cannot be read", e);
        }
    }
}
