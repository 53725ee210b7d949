package org.hirundo.rest.client.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.media.FillMedia;
import org.hirundo.application.media.ReserveMedia;
import org.hirundo.application.media.Upload;
import org.hirundo.application.media.UploadMedia;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Uploads, and what may be uploaded ({@code content-repo.yaml}, {@code authed-content-repo.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class MediaResource {

    private final UploadMedia uploadMedia;
    private final ReserveMedia reserveMedia;
    private final FillMedia fillMedia;
    private final MediaConfig config;

    @Inject
    public MediaResource(UploadMedia uploadMedia, ReserveMedia reserveMedia, FillMedia fillMedia, MediaConfig config) {
        this.uploadMedia = uploadMedia;
        this.reserveMedia = reserveMedia;
        this.fillMedia = fillMedia;
        this.config = config;
    }

    @POST
    @Path("_matrix/media/v3/upload")
    public JsonObject upload(
            @Context SecurityContext security,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length,
            @QueryParam("filename") @Nullable String fileName,
            InputStream bytes)
            throws IOException {
        var uri = uploadMedia.upload(Caller.requester(security), of(bytes, length, type, fileName));
        return JsonObject.of("content_uri", uri.toString());
    }

    @POST
    @Path("_matrix/media/v1/create")
    public JsonObject create(@Context SecurityContext security) {
        var reserved = reserveMedia.reserve(Caller.requester(security));
        return JsonObject.builder()
                .put("content_uri", reserved.uri().toString())
                .put("unused_expires_at", reserved.expiresAt().toEpochMilli())
                .build();
    }

    @PUT
    @Path("_matrix/media/v3/upload/{serverName}/{mediaId}")
    public JsonObject fill(
            @Context SecurityContext security,
            @PathParam("serverName") ServerName server,
            @PathParam("mediaId") String mediaId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length,
            @QueryParam("filename") @Nullable String fileName,
            InputStream bytes)
            throws IOException {
        fillMedia.fill(Caller.requester(security), uri(server, mediaId), of(bytes, length, type, fileName));
        return JsonObject.EMPTY;
    }

    @GET
    @Path("_matrix/client/v1/media/config")
    @AllowsGuests
    public JsonObject config() {
        return JsonObject.of("m.upload.size", new JsonInteger(config.maxUploadBytes()));
    }

    @GET
    @Path("_matrix/media/v3/config")
    @AllowsGuests
    public JsonObject oldConfig() {
        return config();
    }

    static MxcUri uri(ServerName server, String mediaId) {
        try {
            return MxcUri.of(server, mediaId);
        } catch (MalformedIdentifier malformed) {
            throw new NotFound("There is no such media");
        }
    }

    private static Upload of(
            InputStream bytes, @Nullable String length, @Nullable String type, @Nullable String fileName) {
        return new Upload(bytes, length(length), Query.text(type), Query.text(fileName));
    }

    private static OptionalLong length(@Nullable String header) {
        try {
            return header == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(header));
        } catch (NumberFormatException e) {
            throw new InvalidParam("Content-Length is a number");
        }
    }
}
