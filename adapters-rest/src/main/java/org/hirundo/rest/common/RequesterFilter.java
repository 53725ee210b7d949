package org.hirundo.rest.common;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.hirundo.application.session.Authenticate;

/** Finds out who asks, for resources that are {@link Authenticated}. */
@Provider
@Authenticated
public class RequesterFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Authenticate authenticate;
    private final ClientAddress address;

    @Inject
    RequesterFilter(Authenticate authenticate, ClientAddress address) {
        this.authenticate = authenticate;
        this.address = address;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var credentials = new Authenticate.Credentials(
                token(request), address.of(request), path.endsWith("/logout") || path.endsWith("/logout/all"));
        request.setSecurityContext(new Requesters.Asking(authenticate.authenticate(credentials)));
    }

    /** The header counts; bots and old bridges still send the token in the query. */
    static Optional<String> token(ContainerRequestContext request) {
        var header = request.getHeaderString("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst("access_token"));
    }
}
