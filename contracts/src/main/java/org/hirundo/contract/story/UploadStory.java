package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.config.MediaConfig.Quota;
import org.hirundo.application.media.Content;
import org.hirundo.application.media.DownloadMedia;
import org.hirundo.application.media.FillMedia;
import org.hirundo.application.media.GetThumbnail;
import org.hirundo.application.media.ReserveMedia;
import org.hirundo.application.media.Upload;
import org.hirundo.application.media.UploadMedia;
import org.hirundo.application.media.Viewer;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.media.ThumbnailMethod;
import org.hirundo.domain.media.ThumbnailRequest;

/** What people do with media. */
public abstract class UploadStory extends PeopleStory {

    protected static final Viewer STRANGER = new Viewer(Optional.empty(), ADDRESS);

    protected static MediaConfig config(long maxUploadBytes, Instant frozenAt, Quota quota) {
        var usual = MediaConfig.DEFAULT;
        return new MediaConfig(
                maxUploadBytes,
                usual.maxThumbnailBytes(),
                usual.unusedLifetime(),
                usual.maxPendingUploads(),
                usual.maxWait(),
                frozenAt,
                quota);
    }

    protected static Upload file(byte[] bytes, String type) {
        return new Upload(
                new ByteArrayInputStream(bytes),
                OptionalLong.of(bytes.length),
                Optional.of(type),
                Optional.of("näme.txt"));
    }

    protected static Upload text(String text) {
        return file(text.getBytes(UTF_8), "text/plain");
    }

    protected static Viewer viewer(Requester requester) {
        return new Viewer(Optional.of(requester), ADDRESS);
    }

    protected final MxcUri uploads(Requester user, Upload upload) {
        try {
            return the(UploadMedia.class).upload(user, upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final void fills(Requester user, MxcUri uri, Upload upload) {
        try {
            the(FillMedia.class).fill(user, uri, upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final MxcUri reserves(Requester user) {
        return the(ReserveMedia.class).reserve(user).uri();
    }

    protected final Content downloads(Viewer viewer, MxcUri uri) {
        return downloads(viewer, uri, Duration.ZERO);
    }

    protected final Content downloads(Viewer viewer, MxcUri uri, Duration timeout) {
        try {
            return the(DownloadMedia.class)
                    .download(viewer, new DownloadMedia.Download(uri, Optional.empty(), timeout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final Content thumbnail(Requester user, MxcUri uri, int width, int height, ThumbnailMethod method) {
        return thumbnail(viewer(user), uri, new ThumbnailRequest(width, height, method, false));
    }

    protected final Content thumbnail(Viewer viewer, MxcUri uri, ThumbnailRequest request) {
        try {
            return the(GetThumbnail.class).get(viewer, new GetThumbnail.Wanted(uri, request, Duration.ZERO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static byte[] bytes(Content content) {
        try (var in = content.bytes()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static String string(Content content) {
        return new String(bytes(content), UTF_8);
    }

    protected static byte[] picture(int width, int height, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    protected static String size(Content content) {
        try {
            var picture = ImageIO.read(content.bytes());
            return picture.getWidth() + "x" + picture.getHeight();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
