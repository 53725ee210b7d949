package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import org.hirundo.rest.counterexample.IsFilledLater;
import org.junit.jupiter.api.Test;

/** What a class needs is in its constructor: an object that exists is complete. */
class InjectionTest {

    private static final ArchRule NO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(Context.class)
            .as("nothing is injected into fields");

    private static final ArchRule NO_SETTERS =
            noMethods().should().beAnnotatedWith(Inject.class).as("nothing is injected through methods");

    @Test
    void nothing_is_injected_into_fields() {
        Rules.holds(NO_FIELDS);
    }

    @Test
    void an_injected_field_is_noticed() {
        Rules.isBrokenBy(IsFilledLater.class, NO_FIELDS);
    }

    @Test
    void nothing_is_injected_through_methods() {
        Rules.holds(NO_SETTERS);
    }

    @Test
    void an_injected_setter_is_noticed() {
        Rules.isBrokenBy(IsFilledLater.class, NO_SETTERS);
    }
}
