package org.hirundo.media.thumbnail;

import java.awt.Dimension;
import java.io.IOException;
import javax.imageio.IIOException;

/** Shows frames in a small form to a recorder. */
final class SmallScreen implements Screen {

    /** A thumbnail that is larger is none. */
    private static final long MAX_BYTES = 8 << 20;

    private final Recorder recorder;
    private final Dimension box;
    private final boolean crop;
    private Dimension size = new Dimension();
    private int frames;

    /** In a box like that of a still picture. */
    SmallScreen(Recorder recorder, Dimension box, boolean crop) {
        this.recorder = recorder;
        this.box = box;
        this.crop = crop;
    }

    @Override
    public void show(Frame frame) throws IOException {
        var picture = frame.picture();
        var whole = new Dimension(picture.getWidth(), picture.getHeight());
        var framing = crop ? Framing.crop(whole, box) : Framing.fit(whole, box);
        var region = framing.region();
        var part = picture.getSubimage(region.x, region.y, region.width, region.height);
        recorder.show(new Frame(Downscaling.to(framing.size(), part), frame.milliseconds()));
        if (recorder.size() > MAX_BYTES) {
            throw new IIOException("A moving picture is large even when it is made small");
        }
        size = framing.size();
        frames++;
    }

    /** The size of each frame. */
    Dimension size() {
        return size;
    }

    /** How many frames there were. */
    int frames() {
        return frames;
    }
}
