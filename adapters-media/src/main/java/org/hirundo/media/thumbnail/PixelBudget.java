package org.hirundo.media.thumbnail;

import java.io.IOException;
import javax.imageio.IIOException;

/**
 * How much work a moving picture may be: a file of some kilobytes can hold a thousand frames of a thousand million pixels. Spent
 * before a frame is decoded.
 */
final class PixelBudget {

    private final long each;
    private long left;

    /** So many pixels at once, and so many in all. */
    PixelBudget(long each, long all) {
        this.each = each;
        this.left = all;
    }

    /**
     * Spends what a frame of this size costs.
     *
     * @throws IOException when there is not so much left
     */
    void spend(int width, int height) throws IOException {
        var pixels = (long) width * height;
        left -= pixels;
        if (width < 1 || height < 1 || pixels > each || left < 0) {
            throw new IIOException("The frames of a moving picture are too many, too large or empty");
        }
    }
}
