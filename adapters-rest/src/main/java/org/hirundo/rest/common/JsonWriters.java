package org.hirundo.rest.common;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.json.JsonWriter;

/** Writes the domain's JSON, and answers that are written already. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class JsonWriters implements MessageBodyWriter<Object> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return JsonValue.class.isAssignableFrom(type) || type == JsonBody.class;
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var json = answer instanceof JsonBody(var written) ? written : new JsonWriter().value((JsonValue) answer);
        headers.putSingle("Content-Length", json.size());
        json.writeTo(out);
    }
}
