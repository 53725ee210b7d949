package org.hirundo.media.thumbnail;

/** The bytes are no picture of a known kind, or a broken one. */
final class UnreadablePicture extends Exception {

    UnreadablePicture(Throwable cause) {
        super(cause);
    }
}
