package org.hirundo.rest.common;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/**
 * Notes from where a request comes, before anything else looks at it, and what access token it carries: in the header or, as
 * old clients and links do, in the query.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
@Provider
@PreMatching
@Singleton
public final class CallerFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final PeerAddress peer;
    private final TrustedProxies proxies;

    @Inject
    public CallerFilter(PeerAddress peer, TrustedProxies proxies) {
        this.peer = peer;
        this.proxies = proxies;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var forwardedFor = request.getHeaders().getOrDefault("X-Forwarded-For", List.of());
        var address = proxies.client(peer.current(), forwardedFor).getHostAddress();
        var secure = "https".equals(request.getUriInfo().getRequestUri().getScheme());
        request.setSecurityContext(Caller.at(address, accessToken(request)).context(secure));
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
