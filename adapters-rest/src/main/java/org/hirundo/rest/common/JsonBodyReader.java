package org.hirundo.rest.common;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.NotJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;

/**
 * Reads JSON objects, whatever the request says its content type is: many clients say nothing, or something else. A resource that
 * has a parameter of type {@link JsonObject} gets an object or is not called.
 */
@Provider
@Consumes(MediaType.WILDCARD)
@Singleton
public final class JsonBodyReader implements MessageBodyReader<JsonObject> {

    /**
     * More than any request of a client needs: the largest are uploads of many keys, and fifty events of a transaction at 64 KiB
     * each.
     */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonObject.class;
    }

    @Override
    public JsonObject readFrom(
            Class<JsonObject> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = RequestBytes.read(body, MAX_BYTES);
        if (bytes.length == 0 && Arrays.stream(annotations).anyMatch(MayBeEmpty.class::isInstance)) {
            return JsonObject.EMPTY;
        }
        return parse(bytes);
    }

    private static JsonObject parse(byte[] bytes) {
        try {
            if (JsonParser.parse(bytes) instanceof JsonObject object) {
                return object;
            }
        } catch (MalformedJson e) {
            throw new NotJson("The body is not JSON: " + e.getMessage());
        }
        throw new BadJson("The body is not a JSON object");
    }
}
