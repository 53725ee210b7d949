package org.hirundo.domain.state;

/** Lengths as bytes: seven bits each, the lowest first, the eighth set on all but the last. */
final class Lengths {

    private Lengths() {}

    /** How many bytes the length takes. */
    static int size(int length) {
        int size = 1;
        for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
            size++;
        }
        return size;
    }

    /** Writes the length; gives the place after it. */
    static int write(int length, byte[] bytes, int at) {
        int rest = length;
        int next = at;
        while (rest > 0x7f) {
            bytes[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[next++] = (byte) rest;
        return next;
    }

    /** The length that starts at the place. */
    static int read(byte[] bytes, int at) {
        int length = 0;
        for (int next = at, shift = 0; ; next++, shift += 7) {
            length |= (bytes[next] & 0x7f) << shift;
            if (bytes[next] >= 0) {
                return length;
            }
        }
    }
}
