package org.hirundo.rest.common;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.hirundo.domain.error.InvalidParam;

/**
 * Makes of the request what resources are written for: the path by today's name, semicolons as what they are in Matrix (part of
 * the name), and any kind of answer welcome, for Matrix knows no content negotiation. Refuses what decodes to no text.
 */
@Provider
@PreMatching
@Priority(10)
@Singleton
public final class PathFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        var query = uri.getRawQuery();
        if (!PercentEncoding.isText(path) || (query != null && !PercentEncoding.isText(query))) {
            throw new InvalidParam("The path or the query holds bytes that are not UTF-8, or a zero character");
        }
        var today = PathAliases.today(path).replace(";", "%3B");
        if (!today.equals(path)) {
            var rewritten = uri.getScheme() + "://" + uri.getRawAuthority() + today;
            request.setRequestUri(URI.create(query == null ? rewritten : rewritten + "?" + query));
        }
    }
}
