package org.hirundo.domain.appservice;

import java.util.List;

/** The users, aliases and rooms that an application service is interested in. */
public record Namespaces(List<Namespace> users, List<Namespace> aliases, List<Namespace> rooms) {

    /** Of nothing. */
    public static final Namespaces NONE = new Namespaces(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Namespaces {
        users = List.copyOf(users);
        aliases = List.copyOf(aliases);
        rooms = List.copyOf(rooms);
    }

    static boolean include(List<Namespace> namespaces, String id) {
        return namespaces.stream().anyMatch(namespace -> namespace.includes(id));
    }

    static boolean reserve(List<Namespace> namespaces, String id) {
        return namespaces.stream().anyMatch(namespace -> namespace.exclusive() && namespace.includes(id));
    }
}
