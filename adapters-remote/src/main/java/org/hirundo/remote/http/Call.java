package org.hirundo.remote.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A call to somebody else.
 *
 * @param body what is sent, with the content type in the headers; empty for none
 * @param within how long the whole call may take, redirects and the reading of the answer included
 * @param portion how much of an answer's body is read, decided by the answer without it
 * @param redirects how many redirects are followed, with the same method and headers, each checked like the first address
 * @param permitted whether an address may be called; asked for the first and for each redirect
 */
@SuppressWarnings("ArrayRecordComponent") // sent once and never compared
public record Call(
        String method,
        URI address,
        Map<String, String> headers,
        Optional<byte[]> body,
        Duration within,
        Function<Answer, Portion> portion,
        int redirects,
        Predicate<URI> permitted) {

    private static final Duration DEFAULT_TIME = Duration.ofSeconds(30);
    private static final long DEFAULT_BYTES = 1L << 20;

    /** Copies the headers. */
    public Call {
        headers = Map.copyOf(headers);
    }

    private Call(String method, URI address, Map<String, String> headers, Optional<byte[]> body) {
        this(method, address, headers, body, DEFAULT_TIME, _ -> Portion.whole(DEFAULT_BYTES), 0, _ -> true);
    }

    /** Reads something: 30 seconds, 1 MiB and no redirects are allowed. */
    public static Call get(URI address) {
        return new Call("GET", address, Map.of(), Optional.empty());
    }

    /** Sends JSON: 30 seconds, 1 MiB of answer and no redirects are allowed. */
    public static Call json(String method, URI address, byte[] body) {
        return new Call(method, address, Map.of("Content-Type", "application/json"), Optional.of(body));
    }

    /** Sends a form, whose fields are encoded already: 30 seconds, 1 MiB of answer and no redirects are allowed. */
    public static Call form(URI address, String fields) {
        return new Call(
                "POST",
                address,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Optional.of(fields.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same with one more header. */
    public Call with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, address, more, body, within, portion, redirects, permitted);
    }

    /** The same within another time. */
    public Call within(Duration time) {
        return new Call(method, address, headers, body, time, portion, redirects, permitted);
    }

    /** The same with another limit for the answer. */
    public Call atMost(long bytes) {
        return reading(_ -> Portion.whole(bytes));
    }

    /** The same, reading of an answer what its head asks for. */
    public Call reading(Function<Answer, Portion> portion) {
        return new Call(method, address, headers, body, within, portion, redirects, permitted);
    }

    /** The same, following so many redirects. */
    public Call following(int redirects) {
        return new Call(method, address, headers, body, within, portion, redirects, permitted);
    }

    /** The same, to addresses that are permitted only. */
    public Call onlyTo(Predicate<URI> permitted) {
        return new Call(method, address, headers, body, within, portion, redirects, permitted);
    }

    Call to(URI other) {
        return new Call(method, other, headers, body, within, portion, redirects, permitted);
    }
}
