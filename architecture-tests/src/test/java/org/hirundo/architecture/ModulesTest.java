package org.hirundo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What modules depend on for more than their tests, and where versions are written. */
class ModulesTest {

    private static final Set<String> NOTHING = Set.of();
    private static final Set<String> INSIDE = Set.of("domain", "application");

    private static final Map<String, Set<String>> DEPENDENCIES = Map.ofEntries(
            Map.entry("domain", NOTHING),
            Map.entry("application", Set.of("domain")),
            Map.entry("contracts", INSIDE),
            Map.entry("test-databases", NOTHING),
            Map.entry("adapters-rest", INSIDE),
            Map.entry("adapters-jpa", INSIDE),
            Map.entry("adapters-mongo", INSIDE),
            Map.entry("adapters-remote", INSIDE),
            Map.entry("adapters-media", INSIDE),
            Map.entry("adapters-crypto", INSIDE),
            Map.entry(
                    "bootstrap",
                    Set.of(
                            "domain",
                            "application",
                            "adapters-rest",
                            "adapters-jpa",
                            "adapters-mongo",
                            "adapters-remote",
                            "adapters-media",
                            "adapters-crypto")),
            Map.entry("architecture-tests", NOTHING));

    /** Measures all of them, and nobody depends on it. */
    private static final String BENCHMARKS = "benchmarks";

    private static final Pom COUNTEREXAMPLE = Pom.parse("""
            <project>
                <parent>
                    <artifactId>hirundo</artifactId>
                    <version>1</version>
                </parent>
                <artifactId>hirundo-adapters-media</artifactId>
                <properties>
                    <thumbnails.version>2</thumbnails.version>
                </properties>
                <dependencies>
                    <dependency>
                        <artifactId>hirundo-domain</artifactId>
                    </dependency>
                    <dependency>
                        <artifactId>hirundo-adapters-crypto</artifactId>
                    </dependency>
                    <dependency>
                        <artifactId>hirundo-contracts</artifactId>
                        <scope>test</scope>
                    </dependency>
                    <dependency>
                        <artifactId>pictures</artifactId>
                        <version>3</version>
                    </dependency>
                </dependencies>
            </project>
            """);

    static Stream<String> modules() {
        return Pom.in(Modules.TOP).modules().stream().filter(module -> !module.equals(BENCHMARKS));
    }

    @Test
    void the_modules_are_known() {
        assertThat(modules()).containsExactlyInAnyOrderElementsOf(DEPENDENCIES.keySet());
    }

    @Test
    void what_rules_look_at_is_all_there_is() {
        assertThat(Stream.concat(Modules.PRODUCT.stream(), Modules.FOR_TESTS.stream()))
                .containsExactlyInAnyOrderElementsOf(DEPENDENCIES.keySet().stream()
                        .filter(module -> !module.equals("architecture-tests"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_depends_on_what_it_may(String module) {
        assertThat(Pom.in(Modules.directory(module)).ourDependencies()).isEqualTo(DEPENDENCIES.get(module));
    }

    @Test
    void a_further_dependency_is_noticed() {
        assertThat(COUNTEREXAMPLE.ourDependencies()).containsExactlyInAnyOrder("domain", "adapters-crypto");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_names_no_version(String module) {
        assertThat(Pom.in(Modules.directory(module)).versions()).isEmpty();
    }

    @Test
    void a_version_is_noticed() {
        assertThat(COUNTEREXAMPLE.versions()).containsExactlyInAnyOrder("pictures", "thumbnails.version");
    }
}
