package org.hirundo.rest.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.Authenticate.Credentials;

/**
 * Finds out whose access token a request carries, in the header or, as old clients and links do, in the query.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
final class RequesterFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Authenticate authenticate;
    private final boolean allowsGuests;
    private final boolean allowsLocked;
    private final boolean allowsAnybody;

    RequesterFilter(Authenticate authenticate, boolean allowsGuests, boolean allowsLocked, boolean allowsAnybody) {
        this.authenticate = authenticate;
        this.allowsGuests = allowsGuests;
        this.allowsLocked = allowsLocked;
        this.allowsAnybody = allowsAnybody;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var security = request.getSecurityContext();
        var caller = Caller.of(security);
        var token = accessToken(request);
        if (allowsAnybody && token.isEmpty()) {
            return;
        }
        var requester = authenticate.authenticate(new Credentials(token, caller.address(), allowsLocked));
        if (!allowsGuests) {
            requester.refuseGuest();
        }
        request.setSecurityContext(caller.as(requester).context(security.isSecure()));
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
}
