package org.hirundo.application.port.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Makes small pictures of big ones. */
public interface Thumbnailer {

    /** A picture that was made. */
    record Picture(byte[] bytes, String contentType, int width, int height) {}

    /**
     * Scales a picture.
     *
     * @param crop whether the picture fills the box and what is outside is cut off; otherwise it fits in
     * @return empty when the bytes are no picture that can be read, or one so large that decoding it would be a danger
     */
    Optional<Picture> scale(InputStream image, String contentType, int width, int height, boolean crop) throws IOException;
}
