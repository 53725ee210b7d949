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
import java.nio.charset.StandardCharsets;

/** Reads {@link FormFields}, whatever the request says its content type is. */
@Provider
@Consumes(MediaType.WILDCARD)
@Singleton
public final class FormReader implements MessageBodyReader<FormFields> {

    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FormFields.class;
    }

    @Override
    public FormFields readFrom(
            Class<FormFields> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return FormFields.parse(new String(RequestBytes.read(body, MAX_BYTES), StandardCharsets.UTF_8));
    }
}
