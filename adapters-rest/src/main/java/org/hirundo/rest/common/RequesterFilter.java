package org.hirundo.rest.common;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.Authenticate.Credentials;

/**
 * Finds out whose access token a request carries, in the header or, as old clients and links do, in the query.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
@Provider
@Authenticated
@Priority(Priorities.AUTHENTICATION)
@Singleton
public final class RequesterFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Authenticate authenticate;
    private final ResourceInfo resource;

    /** With a view of the resource that the current request goes to. */
    @Inject
    public RequesterFilter(Authenticate authenticate, @Context ResourceInfo resource) {
        this.authenticate = authenticate;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var caller = Caller.of(request.getSecurityContext());
        var credentials = new Credentials(accessToken(request), caller.address(), isMarked(AllowsLocked.class));
        var requester = authenticate.authenticate(credentials);
        if (!isMarked(AllowsGuests.class)) {
            requester.refuseGuest();
        }
        request.setSecurityContext(caller.as(requester));
    }

    private static Optional<String> accessToken(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? Optional.of(header.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        return Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst("access_token"));
    }

    private boolean isMarked(Class<? extends Annotation> mark) {
        return resource.getResourceMethod().isAnnotationPresent(mark)
                || resource.getResourceClass().isAnnotationPresent(mark);
    }
}
