package org.hirundo.rest.common;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: from where, and, on {@link Authenticated} resources, as whom. It comes to resources as the principal of their
 * {@code @Context SecurityContext}, the one thing that JAX-RS hands to resources from filters.
 */
public final class Caller implements Principal {

    private final String address;
    private final Optional<String> accessToken;
    private final Optional<Requester> requester;

    private Caller(String address, Optional<String> accessToken, Optional<Requester> requester) {
        this.address = address;
        this.accessToken = accessToken;
        this.requester = requester;
    }

    static Caller at(String address, Optional<String> accessToken) {
        return new Caller(address, accessToken, Optional.empty());
    }

    Caller as(Requester known) {
        return new Caller(address, accessToken, Optional.of(known));
    }

    /** The caller of the request. */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("The request did not pass the filter that notes its caller");
    }

    /** The requester, on an {@link Authenticated} resource. */
    public static Requester requester(SecurityContext security) {
        return of(security)
                .requester
                .orElseThrow(() -> new IllegalStateException("The resource is not marked as @Authenticated"));
    }

    /** The requester, on an {@link Authenticated} resource; empty where it {@link AllowsAnybody} and nobody in particular calls. */
    public Optional<Requester> requester() {
        return requester;
    }

    /** The IP address of the client, in the textual form of Java; that of the proxy when it is not one of ours. */
    public String address() {
        return address;
    }

    /** What access token is shown, good or not; for endpoints that are not only for those who have one. */
    public Optional<String> accessToken() {
        return accessToken;
    }

    /** Whoever calls, for logs. */
    @Override
    public String getName() {
        return requester.map(known -> known.user().toString()).orElse(address);
    }

    /** The context that carries the caller through the request. */
    SecurityContext context(boolean secure) {
        return new Context(this, secure);
    }

    private record Context(Caller caller, boolean isSecure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        /** Always false: what users may do is for the use cases to say. */
        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        /** The scheme, when there was a token. */
        @Override
        public @Nullable String getAuthenticationScheme() {
            return caller.requester.isPresent() ? "Bearer" : null;
        }
    }
}
