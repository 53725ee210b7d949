package org.hirundo.domain.json;

/** These bytes are not the JSON that Matrix takes; the message says why, and at which byte. */
public final class MalformedJson extends RuntimeException {

    private final int offset;

    MalformedJson(String reason, int offset) {
        super(reason + " at byte " + offset);
        this.offset = offset;
    }

    /** Where in the document, counted in bytes from 0. */
    public int offset() {
        return offset;
    }
}
