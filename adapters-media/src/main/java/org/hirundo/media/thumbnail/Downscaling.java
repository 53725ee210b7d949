package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller without losing thin lines: by halves as long as that is possible, then to the size wanted. */
final class Downscaling {

    private Downscaling() {}

    /** The picture in another size, in sRGB, with or without transparency as before. */
    static BufferedImage to(Dimension size, BufferedImage picture) {
        var current = picture;
        while (current.getWidth() >= 2 * size.width && current.getHeight() >= 2 * size.height) {
            current = draw(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return draw(current, size.width, size.height);
    }

    private static BufferedImage draw(BufferedImage picture, int width, int height) {
        var transparent = picture.getColorModel().hasAlpha();
        var drawn = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }
}
