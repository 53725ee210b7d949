package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.awt.Rectangle;

/**
 * Which part of a picture a thumbnail shows, and how large; never larger than it is in the picture.
 *
 * @param region the part of the picture
 * @param size the size of the thumbnail
 */
record Framing(Rectangle region, Dimension size) {

    /** The whole picture, so small that it fits into the box. */
    static Framing fit(Dimension picture, Dimension box) {
        var factor = Math.min(1, Math.min(ratio(box.width, picture.width), ratio(box.height, picture.height)));
        return new Framing(new Rectangle(picture), scaled(picture, factor));
    }

    /** The largest part in the middle of the picture that has the shape of the box. */
    static Framing crop(Dimension picture, Dimension box) {
        var factor = Math.min(ratio(picture.width, box.width), ratio(picture.height, box.height));
        var part = scaled(box, factor);
        part.setSize(Math.min(part.width, picture.width), Math.min(part.height, picture.height));
        var region = new Rectangle(
                (picture.width - part.width) / 2, (picture.height - part.height) / 2, part.width, part.height);
        return new Framing(region, factor > 1 ? box : part);
    }

    /** Of how many pixels in a row one is enough to have at least two for each of the thumbnail's. */
    int subsampling() {
        var spare = Math.min(region.width / (2 * size.width), region.height / (2 * size.height));
        return Math.max(1, spare);
    }

    private static double ratio(int one, int other) {
        return (double) one / other;
    }

    private static Dimension scaled(Dimension size, double factor) {
        return new Dimension(Math.max(1, (int) Math.round(size.width * factor)), Math.max(1, (int)
                Math.round(size.height * factor)));
    }
}
