package org.hirundo.rest.client.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.media.Content;
import org.hirundo.application.media.DownloadMedia;
import org.hirundo.application.media.GetThumbnail;
import org.hirundo.application.media.Viewer;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.media.ThumbnailRequest;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the bytes of media, and headers that keep them from doing harm in a browser.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#content-repository">Content repository</a>
 */
@Singleton
final class MediaAnswers {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(20);

    private static final String POLICY =
            "sandbox; default-src 'none'; script-src 'none'; plugin-types application/pdf; "
                    + "style-src 'unsafe-inline'; media-src 'self'; object-src 'self';";

    private final DownloadMedia downloadMedia;
    private final GetThumbnail getThumbnail;

    @Inject
    MediaAnswers(DownloadMedia downloadMedia, GetThumbnail getThumbnail) {
        this.downloadMedia = downloadMedia;
        this.getThumbnail = getThumbnail;
    }

    Response download(Viewer viewer, MxcUri uri, Optional<String> fileName, @Nullable String timeout)
            throws IOException {
        return answer(downloadMedia.download(viewer, new DownloadMedia.Download(uri, fileName, wait(timeout))));
    }

    Response thumbnail(Viewer viewer, MxcUri uri, ThumbnailRequest request, @Nullable String timeout)
            throws IOException {
        return answer(getThumbnail.get(viewer, new GetThumbnail.Wanted(uri, request, wait(timeout))));
    }

    static ThumbnailRequest thumbnail(
            @Nullable String width, @Nullable String height, @Nullable String method, @Nullable String animated) {
        return ThumbnailRequest.of(
                side("width", width), side("height", height), Query.text(method), Query.flag("animated", animated));
    }

    private static int side(String name, @Nullable String value) {
        return Query.count(name, value).orElseThrow(() -> new MissingParam(name + " is missing"));
    }

    private static Duration wait(@Nullable String timeout) {
        var given = Query.count("timeout_ms", timeout);
        return given.isPresent() ? Duration.ofMillis(given.getAsInt()) : DEFAULT_WAIT;
    }

    private static Response answer(Content content) {
        StreamingOutput body = out -> {
            try (var bytes = content.bytes()) {
                bytes.transferTo(out);
            }
        };
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, content.type().toString())
                .header(HttpHeaders.CONTENT_LENGTH, content.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, content.disposition().toHeader())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .build();
    }
}
