package org.hirundo.domain.event;

/** JSON is not an event in the format of its room's version. */
public final class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public MalformedEvent(String message) {
        super(message, null, false, false);
    }
}
