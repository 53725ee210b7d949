package org.hirundo.rest.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.Authenticate.Assertion;
import org.hirundo.application.session.Authenticate.Credentials;

/**
 * Finds out who asks: by the access token, and by what an application service says of itself in the query.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
final class RequesterFilter implements ContainerRequestFilter {

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
        var token = caller.accessToken();
        if (allowsAnybody && token.isEmpty()) {
            return;
        }
        var requester =
                authenticate.authenticate(new Credentials(token, caller.address(), allowsLocked, assertion(request)));
        if (!allowsGuests) {
            requester.refuseGuest();
        }
        request.setSecurityContext(caller.as(requester).context(security.isSecure()));
    }

    private static Assertion assertion(ContainerRequestContext request) {
        var query = request.getUriInfo().getQueryParameters();
        return new Assertion(
                Query.text(query.getFirst("user_id")),
                Query.text(query.getFirst("device_id"))
                        .or(() -> Query.text(query.getFirst("org.matrix.msc3202.device_id"))));
    }
}
