package org.hirundo.rest.common;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Turns JSON into the bytes of the answer, compressed when the client takes that and it is worth it. */
@Provider
@Priority(100)
@Singleton
public final class AnswerFilter implements ContainerResponseFilter {

    /** What fits into one network packet gains nothing by being smaller. */
    private static final int WORTH_COMPRESSING = 1400;

    private static final Annotation[] NO_ANNOTATIONS = {};

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        switch (response.getEntity()) {
            case JsonBytes ready -> answer(ready.bytes(), request, response);
            case JsonValue value -> answer(new JsonWriter().value(value).toBytes(), request, response);
            case null, default -> {
                // Nothing to say, or bytes of media, which are what they are.
            }
        }
    }

    private static void answer(byte[] json, ContainerRequestContext request, ContainerResponseContext response) {
        var body = json;
        var headers = response.getHeaders();
        if (json.length > WORTH_COMPRESSING) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
                headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
                body = gzip(json);
            }
        }
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, body.length);
        response.setEntity(body, NO_ANNOTATIONS, MediaType.APPLICATION_JSON_TYPE);
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (var coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = coding.split(";", 2);
            var name = parts[0].strip();
            if (name.equals("gzip") || name.equals("*")) {
                return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static byte[] gzip(byte[] json) {
        var compressed = new ByteArrayOutputStream(json.length / 4);
        try (var gzip = new FastGzip(compressed)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes every byte", e);
        }
        return compressed.toByteArray();
    }

    /** Most of the gain for a third of the work: answers are made anew for each request. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
