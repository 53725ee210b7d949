package org.hirundo.rest.client.preview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import org.hirundo.application.preview.PreviewUrl;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Previews of links ({@code authed-content-repo.yaml}, {@code content-repo.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class PreviewResource {

    private final PreviewUrl previewUrl;

    @Inject
    public PreviewResource(PreviewUrl previewUrl) {
        this.previewUrl = previewUrl;
    }

    @GET
    @Path("_matrix/client/v1/media/preview_url")
    public JsonObject preview(
            @Context SecurityContext security,
            @QueryParam("url") @Nullable String url,
            @QueryParam("ts") @Nullable String time)
            throws IOException {
        var link = Query.required("url", url);
        return previewUrl.preview(Caller.requester(security), link, Query.time("ts", time));
    }

    @GET
    @Path("_matrix/media/v3/preview_url")
    public JsonObject oldPreview(
            @Context SecurityContext security,
            @QueryParam("url") @Nullable String url,
            @QueryParam("ts") @Nullable String time)
            throws IOException {
        return preview(security, url, time);
    }
}
