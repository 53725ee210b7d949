package org.hirundo.jpa.room;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Writes the numbers, texts and bytes that {@link DeltaCodec} describes. */
final class PackedWriter {

    static final int PLAIN = 0;
    static final int DEFLATED = 1;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    void number(int value) {
        int rest = value;
        while (rest > 0x7f) {
            content.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        content.write(rest);
    }

    void text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8);
    }

    void bytes(byte[] value) {
        content.writeBytes(value);
    }

    /** The format and the content, which is deflated when it is longer than {@code small}. */
    byte[] toBytes(int small) {
        var all = new ByteArrayOutputStream(content.size() + 1);
        if (content.size() <= small) {
            all.write(PLAIN);
            all.writeBytes(content.toByteArray());
            return all.toByteArray();
        }
        all.write(DEFLATED);
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(content.toByteArray());
            deflater.finish();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                all.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return all.toByteArray();
    }
}
