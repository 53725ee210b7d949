package org.hirundo.rest.common;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Where requests come from: what is known of the connection, and of proxies that are trusted. */
public interface ClientAddress {

    /** The client's address as text. */
    String of(ContainerRequestContext request);
}
