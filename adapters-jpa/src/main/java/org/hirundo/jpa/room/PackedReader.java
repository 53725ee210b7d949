package org.hirundo.jpa.room;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/** Reads what {@link PackedWriter} wrote. */
final class PackedReader {

    private final ByteBuffer content;

    private PackedReader(ByteBuffer content) {
        this.content = content;
    }

    static PackedReader of(byte[] stored) {
        int format = stored[0];
        return switch (format) {
            case PackedWriter.PLAIN -> new PackedReader(ByteBuffer.wrap(stored, 1, stored.length - 1));
            case PackedWriter.DEFLATED -> new PackedReader(ByteBuffer.wrap(inflated(stored)));
            default -> throw new IllegalStateException("No format of a delta: " + format);
        };
    }

    private static byte[] inflated(byte[] stored) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(stored, 1, stored.length - 1))) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("The stored delta is damaged", failure);
        }
    }

    int number() {
        int value = 0;
        int shift = 0;
        while (true) {
            byte next = content.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    String text() {
        return new String(bytes(number()), StandardCharsets.UTF_8);
    }

    byte[] bytes(int length) {
        var bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }
}
