package org.hirundo.architecture;

import java.nio.file.Path;
import java.util.List;

/** The modules of this build. */
final class Modules {

    /** The top of the repository; tests run in the directory of their module. */
    static final Path TOP = Path.of("..");

    /** What a server runs with. */
    static final List<String> PRODUCT = List.of(
            "domain",
            "application",
            "adapters-rest",
            "adapters-jpa",
            "adapters-mongo",
            "adapters-remote",
            "adapters-media",
            "adapters-crypto",
            "bootstrap");

    /** Those of them that keep what the server knows. */
    static final List<String> STORAGES = List.of("adapters-jpa", "adapters-mongo");

    /** What other modules are tested with. */
    static final List<String> FOR_TESTS = List.of("contracts", "test-databases");

    private Modules() {}

    static Path directory(String module) {
        return TOP.resolve(module);
    }
}
