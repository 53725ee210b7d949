package org.hirundo.media.thumbnail;

import java.io.IOException;

/** Where frames are shown, one after the other. */
interface Screen {

    /** Shows the next frame. */
    void show(Frame frame) throws IOException;
}
