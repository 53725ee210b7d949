package org.hirundo.rest.common;

import jakarta.inject.Inject;
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
import org.hirundo.domain.json.JsonObject;

/** Reads {@link Body}, which is a JSON object with other accessors. */
@Provider
@Consumes(MediaType.WILDCARD)
@Singleton
public final class BodyReader implements MessageBodyReader<Body> {

    private final JsonBodyReader json;

    @Inject
    public BodyReader(JsonBodyReader json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return new Body(json.readFrom(JsonObject.class, JsonObject.class, annotations, mediaType, headers, body));
    }
}
