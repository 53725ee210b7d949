package org.hirundo.bootstrap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.hirundo.application.port.StorageProvider;

/** The storages that can be chosen. */
final class StorageTypes {

    /** The one that is a file in the data directory. */
    static final String EMBEDDED = "sqlite";

    /** Those that run in a process of their own, whose address must be told. */
    static final List<String> ELSEWHERE = List.of("postgresql", "mariadb", "mongodb");

    private StorageTypes() {}

    /** Ours, and those that others put on the class path. */
    static List<String> all() {
        var all = new ArrayList<String>();
        all.add(EMBEDDED);
        all.addAll(ELSEWHERE);
        ServiceLoader.load(StorageProvider.class).forEach(provider -> all.add(provider.type()));
        return List.copyOf(all);
    }
}
