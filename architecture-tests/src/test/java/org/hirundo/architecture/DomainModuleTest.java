package org.hirundo.architecture;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC;
import static java.lang.module.ModuleDescriptor.Requires.Modifier.TRANSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** At run time the domain needs {@code java.base} and nothing else, which its module descriptor makes the compiler check. */
class DomainModuleTest {

    /** The modules that the descriptor wants at run time. */
    private static List<String> neededAtRunTime(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(required -> !required.modifiers().contains(STATIC))
                .map(ModuleDescriptor.Requires::name)
                .toList();
    }

    @Test
    void the_domain_needs_nothing_but_java_base() throws IOException {
        try (var compiled =
                Files.newInputStream(Modules.directory("domain").resolve("target/classes/module-info.class"))) {
            assertThat(neededAtRunTime(ModuleDescriptor.read(compiled))).containsExactly("java.base");
        }
    }

    @Test
    void a_further_module_is_noticed() {
        var module = ModuleDescriptor.newModule("counterexample")
                .requires(Set.of(STATIC, TRANSITIVE), "org.jspecify")
                .requires("java.base")
                .requires("java.sql")
                .build();

        assertThat(neededAtRunTime(module)).containsExactlyInAnyOrder("java.base", "java.sql");
    }
}
