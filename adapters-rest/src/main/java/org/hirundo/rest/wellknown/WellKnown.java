package org.hirundo.rest.wellknown;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.json.JsonObject;

/**
 * What the server tells those who look for it.
 *
 * @param client where clients find the server; empty when it is not told
 * @param furtherToClients what clients are told besides, by the names of the members
 * @param livekitServices the services through which clients reach calls of many
 * @param server host and port where other servers find it; empty when it is not told
 * @param contacts whom to ask for help
 * @param supportPage where to read about help
 */
public record WellKnown(
        Optional<URI> client,
        JsonObject furtherToClients,
        List<URI> livekitServices,
        Optional<String> server,
        List<Contact> contacts,
        Optional<URI> supportPage) {

    /** Copies the lists. */
    public WellKnown {
        livekitServices = List.copyOf(livekitServices);
        contacts = List.copyOf(contacts);
    }

    /**
     * Somebody to ask.
     *
     * @param role {@code m.role.admin} or {@code m.role.security}
     */
    public record Contact(String role, Optional<String> matrixId, Optional<String> emailAddress) {}
}
