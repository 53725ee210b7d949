package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import org.hirundo.rest.counterexample.BuildsJsonTheSlowWay;
import org.junit.jupiter.api.Test;

/** The static factories of Jakarta JSON look their provider up on each call: a thousand times the cost of a small object. */
class JsonFactoriesTest {

    private static final ArchRule NONE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.json.Json")
            .as("the static factories of jakarta.json.Json are not used");

    @Test
    void nobody_uses_the_static_factories() {
        Rules.holds(NONE);
    }

    @Test
    void who_does_is_noticed() {
        Rules.isBrokenBy(BuildsJsonTheSlowWay.class, NONE);
    }
}
