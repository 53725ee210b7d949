package org.hirundo.media.s3;

import java.io.IOException;

/** The bucket has no object of this name. */
final class NoSuchObject extends IOException {

    private static final long serialVersionUID = 1L;

    NoSuchObject() {
        super("There is no such object");
    }
}
