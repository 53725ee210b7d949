package org.hirundo.media.thumbnail;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOException;

/**
 * A part of a PNG.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PngChunk(String type, byte[] data) {

    /** What every PNG begins with. */
    static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private static final int TYPE_LENGTH = 4;

    /** No part is larger than a file that a thumbnail is made of. */
    private static final int MAX_LENGTH = 1 << 26;

    /** Reads the next one. */
    static PngChunk read(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new IIOException("A part of a PNG is too large: " + length);
        }
        var type = new String(in.readNBytes(TYPE_LENGTH), StandardCharsets.ISO_8859_1);
        var data = in.readNBytes(length);
        if (data.length < length) {
            throw new IIOException("A part of a PNG is cut off");
        }
        in.readInt(); // the checksum; whoever decodes what this becomes checks one that is made of the same data
        return new PngChunk(type, data);
    }

    /** Writes it with its checksum. */
    void write(DataOutputStream out) throws IOException {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }

    /** The data as numbers, the most significant byte first. */
    ByteBuffer numbers() {
        return ByteBuffer.wrap(data);
    }

    boolean is(String name) {
        return type.equals(name);
    }
}
