package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/** How a stored picture is turned to be upright. The constants are in the order of their numbers in Exif, from 1. */
enum Orientation {
    /** It is upright. */
    UPRIGHT(false, 1, 0, 0, 1),
    /** Mirrored left to right. */
    MIRRORED(false, -1, 0, 0, 1),
    /** Upside down. */
    UPSIDE_DOWN(false, -1, 0, 0, -1),
    /** Mirrored top to bottom. */
    FLIPPED(false, 1, 0, 0, -1),
    /** Mirrored along the diagonal from top left. */
    TRANSPOSED(true, 0, 1, 1, 0),
    /** To be turned clockwise. */
    ON_ITS_LEFT(true, 0, 1, -1, 0),
    /** Mirrored along the other diagonal. */
    TRANSVERSED(true, 0, -1, -1, 0),
    /** To be turned counter-clockwise. */
    ON_ITS_RIGHT(true, 0, -1, 1, 0);

    private final boolean swapsSides;
    private final int xToX;
    private final int xToY;
    private final int yToX;
    private final int yToY;

    Orientation(boolean swapsSides, int xToX, int xToY, int yToX, int yToY) {
        this.swapsSides = swapsSides;
        this.xToX = xToX;
        this.xToY = xToY;
        this.yToX = yToX;
        this.yToY = yToY;
    }

    /** The orientation of this number; numbers that mean nothing are upright. */
    static Orientation ofExif(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /** A size of the upright picture as one of the stored, or the other way round. */
    Dimension swapped(Dimension size) {
        return swapsSides ? new Dimension(size.height, size.width) : size;
    }

    /** The picture turned upright. */
    BufferedImage upright(BufferedImage picture) {
        if (this == UPRIGHT) {
            return picture;
        }
        var width = picture.getWidth();
        var height = picture.getHeight();
        var size = swapped(new Dimension(width, height));
        var shiftX = Math.max(0, -xToX * width) + Math.max(0, -yToX * height);
        var shiftY = Math.max(0, -xToY * width) + Math.max(0, -yToY * height);
        var turn = new AffineTransform(xToX, xToY, yToX, yToY, shiftX, shiftY);
        var upright = new BufferedImage(size.width, size.height, picture.getType());
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, upright);
    }
}
