package org.hirundo.media.thumbnail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers that reading failed: those who look for pictures in a stream take every failure for one of the picture. */
final class FailureNoticingStream extends FilterInputStream {

    private @Nullable IOException failure;

    FailureNoticingStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /**
     * Nothing, if nothing failed.
     *
     * @throws IOException what failed
     */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
