package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.helidon.microprofile.counterexample.BesideTheServer;
import org.hirundo.rest.counterexample.AsksHelidon;
import org.junit.jupiter.api.Test;

/** Another server costs one module: nobody but {@code bootstrap} knows which it is. */
class HelidonTest {

    /** Helidon keeps the builder of its server to this package; one small class of ours there hands it out. */
    private static final String HELPER = "io.helidon.microprofile.server";

    private static final ArchRule ONLY_IN_BOOTSTRAP = noClasses()
            .that()
            .resideOutsideOfPackages("org.hirundo.bootstrap..", HELPER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..")
            .as("io.helidon is used in bootstrap only");

    private static final ArchRule ONE_PACKAGE_OF_THEIRS = classes()
            .should()
            .resideInAnyPackage("org.hirundo..", HELPER)
            .as("of Helidon's packages only " + HELPER + " holds a class of ours");

    @Test
    void helidon_is_known_in_bootstrap_only() {
        Rules.holds(ONLY_IN_BOOTSTRAP);
    }

    @Test
    void who_asks_helidon_elsewhere_is_noticed() {
        Rules.isBrokenBy(AsksHelidon.class, ONLY_IN_BOOTSTRAP);
    }

    @Test
    void one_package_of_helidons_holds_a_class_of_ours() {
        Rules.holds(ONE_PACKAGE_OF_THEIRS);
    }

    @Test
    void who_moves_into_another_is_noticed() {
        Rules.isBrokenBy(BesideTheServer.class, ONE_PACKAGE_OF_THEIRS);
    }
}
