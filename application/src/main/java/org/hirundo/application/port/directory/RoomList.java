package org.hirundo.application.port.directory;

/** A list of published rooms. */
public sealed interface RoomList {

    /** The rooms that the server publishes itself. */
    record OfServer() implements RoomList {}

    /**
     * The rooms that an application service publishes for a third-party network.
     *
     * @param instance the id of the network that no other here has, at most {@value #MAX_BYTES} bytes
     */
    record OfNetwork(String instance) implements RoomList {

        /** The most bytes an id may have. */
        public static final int MAX_BYTES = 255;
    }

    /** The rooms of all lists, each once. */
    record OfAll() implements RoomList {}
}
