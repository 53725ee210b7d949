package org.hirundo.rest.common;

import java.io.IOException;
import java.io.InputStream;
import org.hirundo.domain.error.TooLarge;

/** The bytes of a request's body, of which there are never more than allowed in memory, whatever its headers say. */
final class RequestBytes {

    private RequestBytes() {}

    /**
     * Reads all bytes.
     *
     * @throws TooLarge when there are more than {@code maxBytes}
     */
    static byte[] read(InputStream body, int maxBytes) throws IOException {
        var bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new TooLarge("The body of this request may have " + maxBytes + " bytes at most");
        }
        return bytes;
    }
}
