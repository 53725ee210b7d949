package org.hirundo.rest.common;

/** An answer whose JSON is written already. */
public final class JsonBytes {

    private final byte[] bytes;

    /** Of bytes that nobody changes any more. */
    public JsonBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
