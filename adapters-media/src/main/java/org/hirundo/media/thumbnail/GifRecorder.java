package org.hirundo.media.thumbnail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes what it is shown as a GIF that begins again when it is over. */
final class GifRecorder implements Recorder {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** Netscape's extension: the picture is played without end. */
    private static final byte[] ENDLESS = {1, 0, 0};

    /** What is faster, players slow down to a tenth of a second, each by its own rule. */
    private static final int MIN_HUNDREDTHS = 2;

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream output;

    /** Writes there. */
    GifRecorder(OutputStream out) throws IOException {
        output = new MemoryCacheImageOutputStream(out);
        writer.setOutput(output);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void show(Frame frame) throws IOException {
        var picture = frame.picture();
        writer.writeToSequence(new IIOImage(picture, null, metadata(picture, frame.milliseconds())), null);
        output.flush();
    }

    private IIOMetadata metadata(BufferedImage picture, int milliseconds) throws IOException {
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
        var control = new IIOMetadataNode("GraphicControlExtension");
        // Each frame is whole: the next one replaces it.
        control.setAttribute("disposalMethod", "restoreToBackgroundColor");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(Math.clamp(milliseconds / 10, MIN_HUNDREDTHS, 65_535)));
        var repetition = new IIOMetadataNode("ApplicationExtension");
        repetition.setAttribute("applicationID", "NETSCAPE");
        repetition.setAttribute("authenticationCode", "2.0");
        repetition.setUserObject(ENDLESS.clone());
        var extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(repetition);
        var root = new IIOMetadataNode(FORMAT);
        root.appendChild(control);
        root.appendChild(extensions);
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }

    @Override
    public String contentType() {
        return "image/gif";
    }

    @Override
    public long size() {
        return output.getFlushedPosition();
    }

    @Override
    public void close() throws IOException {
        writer.endWriteSequence();
        writer.dispose();
        output.close();
    }
}
