package org.hirundo.remote.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody answered, whatever its status.
 *
 * @param address where it came from in the end
 * @param headers by lower-case name; of several with one name the last
 * @param body decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record Answer(URI address, int status, Map<String, String> headers, byte[] body) {

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    Answer with(byte[] content) {
        return new Answer(address, status, headers, content);
    }

    /** Whether the status says that all went well. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The value of the header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
