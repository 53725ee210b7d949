package org.hirundo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import org.hirundo.application.counterexample.KeepsMemberships;
import org.junit.jupiter.api.Test;

/** Who implements a port is outside of the application, or a cache before one who is. */
class PortImplementationsTest {

    private static final ArchRule OUTSIDE = classes()
            .that(assignableTo(Ports.ARE_PORTS).and(not(INTERFACES)))
            .should()
            .resideInAnyPackage(
                    "org.hirundo.jpa..",
                    "org.hirundo.mongo..",
                    "org.hirundo.remote..",
                    "org.hirundo.media..",
                    "org.hirundo.crypto..",
                    "org.hirundo.application.cache")
            .as("ports are implemented in adapters and application.cache only");

    @Test
    void ports_are_implemented_by_adapters_and_caches() {
        Rules.holds(OUTSIDE);
    }

    @Test
    void a_use_case_that_is_its_own_port_is_noticed() {
        Rules.isBrokenBy(KeepsMemberships.class, OUTSIDE);
    }
}
