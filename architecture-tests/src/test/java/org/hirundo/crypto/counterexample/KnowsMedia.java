package org.hirundo.crypto.counterexample;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import org.hirundo.media.thumbnail.ImageIoThumbnailer;

/** Hides messages in pictures. */
public final class KnowsMedia {

    JPEG hide(ImageIoThumbnailer pictures) {
        throw new UnsupportedOperationException(pictures.toString());
    }
}
