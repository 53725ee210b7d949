package org.hirundo.media.thumbnail;

import java.io.IOException;

/** Writes what it is shown as a moving picture; whole when it is closed. */
interface Recorder extends Screen, AutoCloseable {

    /** What it writes. */
    String contentType();

    /** How many bytes it has written or is going to write of what it was shown. */
    long size();

    @Override
    void close() throws IOException;
}
