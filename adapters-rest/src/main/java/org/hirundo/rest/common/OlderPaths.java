package org.hirundo.rest.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Leads older and unstable paths, which clients still use, to the stable ones. Resources are written once. */
@Provider
@PreMatching
public class OlderPaths implements ContainerRequestFilter {

    private static final Map<String, String> PREFIXES = prefixes();

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("/_matrix/client/r0/", "/_matrix/client/v3/");
        prefixes.put("/_matrix/client/api/v1/", "/_matrix/client/v3/");
        prefixes.put("/_matrix/client/unstable/org.matrix.msc3882/", "/_matrix/client/v1/");
        prefixes.put("/_matrix/client/unstable/org.matrix.msc3916/media/", "/_matrix/client/v1/media/");
        prefixes.put("/_matrix/client/unstable/uk.tcpip.msc4133/profile/", "/_matrix/client/v3/profile/");
        prefixes.put("/_matrix/media/r0/", "/_matrix/media/v3/");
        prefixes.put("/_matrix/media/v1/", "/_matrix/media/v3/");
        return prefixes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        for (var prefix : PREFIXES.entrySet()) {
            if (path.startsWith(prefix.getKey())) {
                var changed = prefix.getValue() + path.substring(prefix.getKey().length());
                var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                request.setRequestUri(
                        request.getUriInfo().getBaseUri(), URI.create(root(uri) + changed + query));
                return;
            }
        }
    }

    private static String root(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
