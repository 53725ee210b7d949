package org.hirundo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import org.hirundo.application.port.Storage;
import org.hirundo.rest.counterexample.ReadsProfilesItself;
import org.hirundo.rest.counterexample.TakesTheStorage;
import org.junit.jupiter.api.Test;

/** A resource parses, calls a use case and answers. What it would do with a port, a use case decides whether it may be done. */
class ResourcesTest {

    private static final ArchRule NO_PORTS = noClasses()
            .that()
            .resideInAPackage("org.hirundo.rest..")
            .should()
            .dependOnClassesThat(Ports.ARE_PORTS.or(equivalentTo(Storage.class)))
            .as("resources call use cases, never ports");

    @Test
    void resources_call_no_ports() {
        Rules.holds(NO_PORTS);
    }

    @Test
    void a_resource_with_a_store_is_noticed() {
        Rules.isBrokenBy(ReadsProfilesItself.class, NO_PORTS);
    }

    @Test
    void a_resource_with_all_stores_is_noticed() {
        Rules.isBrokenBy(TakesTheStorage.class, NO_PORTS);
    }
}
