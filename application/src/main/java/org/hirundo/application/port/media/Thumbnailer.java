package org.hirundo.application.port.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Makes small pictures of big ones. */
public interface Thumbnailer {

    /** A picture that was made. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once and never compared
    record Picture(byte[] bytes, String contentType, int width, int height) {}

    /** The size of a picture in pixels, as it is seen: turned upright. */
    record Size(int width, int height) {}

    /**
     * Measures a picture, without decoding it.
     *
     * @return empty when the bytes are no picture that can be read
     */
    Optional<Size> measure(InputStream image) throws IOException;

    /**
     * Scales a picture.
     *
     * @param crop whether the picture fills the box and what is outside is cut off; otherwise it fits in
     * @return empty when the bytes are no picture that can be read, or one so large that decoding it would be a danger
     */
    Optional<Picture> scale(InputStream image, int width, int height, boolean crop) throws IOException;

    /**
     * Scales a picture that moves, so that it still does.
     *
     * @param crop as in {@link #scale}
     * @return empty when it does not move, or cannot be made small moving: then it is shown still
     */
    Optional<Picture> animate(InputStream image, int width, int height, boolean crop) throws IOException;
}
