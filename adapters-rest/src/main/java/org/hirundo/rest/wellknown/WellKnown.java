package org.hirundo.rest.wellknown;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the server tells those who look for it.
 *
 * @param client where clients find the server; empty when it is not told
 * @param server host and port where other servers find it; empty when it is not told
 * @param contacts whom to ask for help
 * @param supportPage where to read about help
 */
public record WellKnown(
        Optional<URI> client, Optional<String> server, List<Contact> contacts, Optional<URI> supportPage) {

    /** Copies the list. */
    public WellKnown {
        contacts = List.copyOf(contacts);
    }

    /**
     * Somebody to ask.
     *
     * @param role {@code m.role.admin} or {@code m.role.security}
     */
    public record Contact(String role, Optional<String> matrixId, Optional<String> emailAddress) {}
}
