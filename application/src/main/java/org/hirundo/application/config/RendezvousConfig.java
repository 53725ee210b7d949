package org.hirundo.application.config;

/**
 * Places where two devices meet to sign one of them in (MSC4388).
 *
 * @param access who may open one; those who are signed in by default
 */
public record RendezvousConfig(Access access) {

    /** What holds where nothing is configured. */
    public static final RendezvousConfig DEFAULT = new RendezvousConfig(Access.AUTHENTICATED);

    /** Who may open a place to meet; whoever knows its id may use it then. */
    public enum Access {
        /** Nobody. */
        OFF,
        /** Whoever is signed in. */
        AUTHENTICATED,
        /** Everybody. */
        OPEN
    }
}
