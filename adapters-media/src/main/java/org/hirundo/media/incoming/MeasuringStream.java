package org.hirundo.media.incoming;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hirundo.domain.error.TooLarge;

/** Counts and hashes what is written through it, and lets no more through than a limit. */
final class MeasuringStream extends FilterOutputStream {

    private final MessageDigest digest = sha256Digest();
    private final long limit;
    private long size;

    MeasuringStream(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > limit - size) {
            throw new TooLarge("Files have at most " + limit + " bytes here");
        }
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        size += length;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** How many bytes there were. */
    long size() {
        return size;
    }

    /** The hash of the bytes, in lower-case hexadecimal; nothing may be written afterwards. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
