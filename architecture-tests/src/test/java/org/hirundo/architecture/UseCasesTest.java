package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Singleton;
import org.hirundo.application.counterexample.DoesTwoThings;
import org.hirundo.application.counterexample.MadeInTwoWays;
import org.hirundo.application.counterexample.MayBeExtended;
import org.hirundo.rest.counterexample.CallsDoesTwoThings;
import org.junit.jupiter.api.Test;

/** What is wired in the application is final and made in one way; what resources call of it does one thing. */
class UseCasesTest {

    private static final ArchRule MADE_IN_ONE_WAY = classes()
            .that()
            .resideInAPackage("org.hirundo.application..")
            .and()
            .areAnnotatedWith(Singleton.class)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould(haveOneConstructor())
            .as("use cases and what they share are final and have one constructor");

    private static final ArchRule DO_ONE_THING =
            classes().that(calledByResources()).should(haveOnePublicMethod()).as("a use case has one public method");

    private static ArchCondition<JavaClass> haveOneConstructor() {
        return new ArchCondition<>("have one constructor") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var number = type.getConstructors().size();
                events.add(new SimpleConditionEvent(
                        type, number == 1, "%s has %d constructors".formatted(type.getName(), number)));
            }
        };
    }

    private static ArchCondition<JavaClass> haveOnePublicMethod() {
        return new ArchCondition<>("have one public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var methods = type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .map(method -> method.getName())
                        .sorted()
                        .toList();
                events.add(new SimpleConditionEvent(
                        type, methods.size() == 1, "%s has the public methods %s".formatted(type.getName(), methods)));
            }
        };
    }

    /** Of what is wired in the application the part that is wired into resources: these are the use cases. */
    private static DescribedPredicate<JavaClass> calledByResources() {
        return DescribedPredicate.describe(
                "are called by resources",
                type -> type.getPackageName().startsWith("org.hirundo.application.")
                        && type.isAnnotatedWith(Singleton.class)
                        && type.getDirectDependenciesToSelf().stream().anyMatch(dependency -> dependency
                                .getOriginClass()
                                .getPackageName()
                                .startsWith("org.hirundo.rest.")));
    }

    @Test
    void use_cases_are_final_with_one_constructor() {
        Rules.holds(MADE_IN_ONE_WAY);
    }

    @Test
    void one_that_may_be_extended_is_noticed() {
        Rules.isBrokenBy(MayBeExtended.class, MADE_IN_ONE_WAY);
    }

    @Test
    void one_with_two_constructors_is_noticed() {
        Rules.isBrokenBy(MadeInTwoWays.class, MADE_IN_ONE_WAY);
    }

    @Test
    void use_cases_do_one_thing() {
        Rules.holds(DO_ONE_THING);
    }

    @Test
    void one_that_does_two_is_noticed() {
        Rules.isBrokenBy(DoesTwoThings.class, DO_ONE_THING, CallsDoesTwoThings.class);
    }
}
