package org.hirundo.jpa.common;

/** Somebody else changed what a transaction was about to change; it must begin anew. */
public final class Collision extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was changed. */
    public Collision(String message) {
        super(message);
    }
}
