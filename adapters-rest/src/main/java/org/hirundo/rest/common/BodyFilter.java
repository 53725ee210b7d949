package org.hirundo.rest.common;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets bodies be read whatever is wrong with them: a content type that is none says nothing, and a body that breaks off, or whose
 * chunks are none, is an {@link IOException} and no failure of the server. So is one that comes too slowly.
 */
@Provider
@PreMatching
@Priority(20)
@Singleton
public final class BodyFilter implements ContainerRequestFilter {

    private final BodyPatience patience;

    /** With patience for the bodies. */
    @Inject
    public BodyFilter(BodyPatience patience) {
        this.patience = patience;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isMediaType(type)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
        request.setEntityStream(new TimelyInput(new Body(request.getEntityStream()), patience));
    }

    private static boolean isMediaType(String text) {
        try {
            MediaType.valueOf(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whoever runs the resources has exceptions of its own for connections that fail. */
    private static final class Body extends FilterInputStream {

        Body(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (RuntimeException e) {
                throw broken(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (RuntimeException e) {
                throw broken(e);
            }
        }

        /** Whoever runs the resources drops what is left, after the answer; here it would keep the client from its refusal. */
        @Override
        public void close() {}

        private static IOException broken(RuntimeException cause) {
            return new IOException("The body broke off", cause);
        }
    }
}
