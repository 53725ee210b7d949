package org.hirundo.rest.common;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Notes from where a request comes, before anything else looks at it. */
@Provider
@PreMatching
@Singleton
public final class CallerFilter implements ContainerRequestFilter {

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
        request.setSecurityContext(Caller.at(address).context(secure));
    }
}
