package org.hirundo.media.thumbnail;

import java.awt.AlphaComposite;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** Where the frames of a moving picture are painted one over the other, as its file says, and then shown. */
final class Canvas {

    /** What becomes of a frame when its time is over. */
    enum Disposal {
        STAYS,
        CLEARED,
        UNDONE
    }

    /**
     * A frame as it is stored.
     *
     * @param over whether what is transparent in it lets the frames before be seen; otherwise it replaces them
     */
    record Patch(BufferedImage picture, int left, int top, boolean over, Disposal disposal, int milliseconds) {

        private Rectangle place() {
            return new Rectangle(left, top, picture.getWidth(), picture.getHeight());
        }
    }

    private final BufferedImage picture;
    private final PixelBudget budget;
    private final Screen screen;

    /** An empty one, on which no more is painted than the budget allows. */
    Canvas(Dimension size, PixelBudget budget, Screen screen) throws IOException {
        budget.spend(size.width, size.height);
        this.picture = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
        this.budget = budget;
        this.screen = screen;
    }

    /** Paints the next frame and shows all. */
    void paint(Patch patch) throws IOException {
        if (!new Rectangle(picture.getWidth(), picture.getHeight()).contains(patch.place())) {
            throw new IIOException("A frame reaches out of its picture");
        }
        budget.spend(picture.getWidth(), picture.getHeight());
        var before = patch.disposal() == Disposal.UNDONE ? copy() : null;
        if (!patch.over()) {
            clear(patch.place());
        }
        draw(patch.picture(), patch.left(), patch.top());
        screen.show(new Frame(picture, patch.milliseconds()));
        dispose(patch, before);
    }

    private void dispose(Patch patch, @Nullable BufferedImage before) {
        switch (patch.disposal()) {
            case STAYS -> {}
            case CLEARED -> clear(patch.place());
            case UNDONE -> {
                clear(new Rectangle(picture.getWidth(), picture.getHeight()));
                draw(before, 0, 0);
            }
        }
    }

    private BufferedImage copy() {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
        picture.copyData(copy.getRaster());
        return copy;
    }

    private void draw(@Nullable BufferedImage drawn, int left, int top) {
        var graphics = picture.createGraphics();
        graphics.drawImage(drawn, left, top, null);
        graphics.dispose();
    }

    private void clear(Rectangle place) {
        var graphics = picture.createGraphics();
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(place);
        graphics.dispose();
    }
}
