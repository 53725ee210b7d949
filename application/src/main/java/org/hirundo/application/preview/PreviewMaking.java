package org.hirundo.application.preview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.media.ServerMedia;
import org.hirundo.application.port.media.Thumbnailer;
import org.hirundo.application.port.preview.LinkReader;
import org.hirundo.application.port.preview.Linked;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.application.port.preview.UnreadableLink;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.media.FileName;

/** Makes the preview of a link: reads what is there, keeps its picture, and writes both down in Open Graph's words. */
@Singleton
final class PreviewMaking {

    private static final System.Logger LOG = System.getLogger(PreviewMaking.class.getName());

    private final LinkReader links;
    private final LinkPolicy policy;
    private final Thumbnailer thumbnailer;
    private final ServerMedia media;
    private final InstantSource clock;

    @Inject
    PreviewMaking(
            LinkReader links, LinkPolicy policy, Thumbnailer thumbnailer, ServerMedia media, InstantSource clock) {
        this.links = links;
        this.policy = policy;
        this.thumbnailer = thumbnailer;
        this.media = media;
        this.clock = clock;
    }

    /** A picture that is kept. */
    private record Kept(MxcUri uri, Linked.Picture picture, Thumbnailer.Size size) {

        JsonObject properties() {
            return JsonObject.builder()
                    .put("og:image", uri.toString())
                    .put("og:image:type", picture.type().essence())
                    .put("og:image:width", size.width())
                    .put("og:image:height", size.height())
                    .put("matrix:image:size", picture.bytes().length)
                    .build();
        }
    }

    /** The preview as of now; one without properties when nothing can be read. */
    Preview make(URI address) throws IOException {
        var now = clock.instant();
        try {
            return preview(address, now, links.read(address, policy::permits));
        } catch (UnreadableLink unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "No preview of a link: {0}", unreadable.getMessage());
            return new Preview(address, now, Optional.empty(), Optional.empty());
        }
    }

    private Preview preview(URI address, Instant now, Linked linked) throws IOException {
        return switch (linked) {
            case Linked.Page(var said, var image) -> {
                var properties = JsonObject.builder();
                said.forEach(properties::put);
                yield with(image.isPresent() ? picture(image.get()) : Optional.empty(), address, now, properties);
            }
            case Linked.Picture picture -> with(keep(picture), address, now, titled(picture.address()));
            case Linked.Recording(var where, var type) -> {
                var kind = type.essence().startsWith("audio/") ? "og:audio" : "og:video";
                var properties = titled(where).put(kind, where.toString()).put(kind + ":type", type.essence());
                yield with(Optional.empty(), address, now, properties);
            }
            case Linked.Other _ -> with(Optional.empty(), address, now, JsonObject.builder());
        };
    }

    private static Preview with(Optional<Kept> image, URI address, Instant now, JsonObject.Builder properties) {
        image.map(Kept::properties).ifPresent(properties::putAll);
        return new Preview(address, now, Optional.of(properties.build()), image.map(Kept::uri));
    }

    /** A file has no title but its name. */
    private static JsonObject.Builder titled(URI address) {
        return JsonObject.builder().putIfPresent("og:title", fileName(address).map(FileName::value));
    }

    private static Optional<FileName> fileName(URI address) {
        var path = Optional.ofNullable(address.getRawPath()).orElse("");
        var end = path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B");
        return Optional.of(URLDecoder.decode(end, StandardCharsets.UTF_8))
                .filter(name -> !name.isEmpty() && name.length() <= FileName.MAX_LENGTH)
                .map(FileName::new);
    }

    /** The picture of a page; a page without one is better than none. */
    private Optional<Kept> picture(URI address) throws IOException {
        if (!policy.permits(address)) {
            return Optional.empty();
        }
        try {
            return links.read(address, policy::permits) instanceof Linked.Picture picture
                    ? keep(picture)
                    : Optional.empty();
        } catch (UnreadableLink unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "No picture for a preview: {0}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Only what is known to be a picture is kept, whatever it says of itself. */
    private Optional<Kept> keep(Linked.Picture picture) throws IOException {
        var size = thumbnailer.measure(new ByteArrayInputStream(picture.bytes()));
        return size.isEmpty()
                ? Optional.empty()
                : Optional.of(new Kept(
                        media.keep(picture.bytes(), picture.type(), fileName(picture.address())), picture, size.get()));
    }
}
