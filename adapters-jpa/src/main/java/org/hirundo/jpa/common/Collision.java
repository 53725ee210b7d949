package org.hirundo.jpa.common;

/** A transaction found that another one was first. It is rolled back and done again from the start. */
public final class Collision extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was found. */
    public Collision(String message) {
        super(message, null, false, false);
    }
}
