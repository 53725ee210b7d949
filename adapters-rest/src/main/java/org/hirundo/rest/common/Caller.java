package org.hirundo.rest.common;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: from where, and, on {@link Authenticated} resources, as whom. A resource has it as {@code @Context
 * SecurityContext}, the one thing that JAX-RS hands to resources from filters.
 */
public final class Caller implements SecurityContext {

    private final String address;
    private final boolean secure;
    private final Optional<Requester> requester;

    private Caller(String address, boolean secure, Optional<Requester> requester) {
        this.address = address;
        this.secure = secure;
        this.requester = requester;
    }

    static Caller at(String address, boolean secure) {
        return new Caller(address, secure, Optional.empty());
    }

    Caller as(Requester known) {
        return new Caller(address, secure, Optional.of(known));
    }

    /** The caller of the request. */
    public static Caller of(SecurityContext security) {
        return (Caller) security;
    }

    /** The requester, on an {@link Authenticated} resource. */
    public static Requester requester(SecurityContext security) {
        return of(security)
                .requester
                .orElseThrow(() -> new IllegalStateException("The resource is not marked as @Authenticated"));
    }

    /** The IP address of the client, in the textual form of Java; that of the proxy when it is not one of ours. */
    public String address() {
        return address;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return requester.<Principal>map(known -> known.user()::toString).orElse(null);
    }

    /** Always false: what users may do is for the use cases to say. */
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    /** The scheme, when there was a token. */
    @Override
    public @Nullable String getAuthenticationScheme() {
        return requester.isPresent() ? "Bearer" : null;
    }
}
