package org.hirundo.rest.client.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.Optional;
import org.hirundo.application.media.Viewer;
import org.hirundo.domain.id.ServerName;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.jspecify.annotations.Nullable;

/** Downloads and thumbnails for whoever shows an access token ({@code authed-content-repo.yaml}). */
@Path("/")
@Authenticated
@AllowsGuests
@Singleton
public final class DownloadResource {

    private final MediaAnswers answers;

    @Inject
    public DownloadResource(MediaAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("_matrix/client/v1/media/download/{serverName}/{mediaId}")
    public Response download(
            @Context SecurityContext security,
            @PathParam("serverName") ServerName server,
            @PathParam("mediaId") String mediaId,
            @QueryParam("timeout_ms") @Nullable String timeout)
            throws IOException {
        return answers.download(viewer(security), MediaResource.uri(server, mediaId), Optional.empty(), timeout);
    }

    @GET
    @Path("_matrix/client/v1/media/download/{serverName}/{mediaId}/{fileName}")
    public Response downloadAs(
            @Context SecurityContext security,
            @PathParam("serverName") ServerName server,
            @PathParam("mediaId") String mediaId,
            @PathParam("fileName") String fileName,
            @QueryParam("timeout_ms") @Nullable String timeout)
            throws IOException {
        return answers.download(viewer(security), MediaResource.uri(server, mediaId), Optional.of(fileName), timeout);
    }

    @GET
    @Path("_matrix/client/v1/media/thumbnail/{serverName}/{mediaId}")
    public Response thumbnail(
            @Context SecurityContext security,
            @PathParam("serverName") ServerName server,
            @PathParam("mediaId") String mediaId,
            @QueryParam("width") @Nullable String width,
            @QueryParam("height") @Nullable String height,
            @QueryParam("method") @Nullable String method,
            @QueryParam("animated") @Nullable String animated,
            @QueryParam("timeout_ms") @Nullable String timeout)
            throws IOException {
        var request = MediaAnswers.thumbnail(width, height, method, animated);
        return answers.thumbnail(viewer(security), MediaResource.uri(server, mediaId), request, timeout);
    }

    private static Viewer viewer(SecurityContext security) {
        return new Viewer(
                Optional.of(Caller.requester(security)), Caller.of(security).address());
    }
}
