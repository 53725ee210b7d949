package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.hirundo.domain.counterexample.MakesIdsUp;
import org.hirundo.domain.counterexample.unmarked.LivesUnmarked;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Every package introduces itself, and says that its types are not null where they do not say so. */
class PackagesTest {

    private static final ArchRule INTRODUCED =
            classes().should(liveInAMarkedPackage()).as("every package has a package-info with @NullMarked");

    private static ArchCondition<JavaClass> liveInAMarkedPackage() {
        return new ArchCondition<>("live in a package with a package-info that has @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var home = type.getPackage();
                var marked = home.tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            "%s has no package-info with @NullMarked: %s".formatted(home.getName(), type.getName())));
                }
            }
        };
    }

    @Test
    void every_package_introduces_itself() {
        INTRODUCED.check(Classes.DELIVERED);
    }

    @Test
    void one_that_does_not_is_noticed() {
        Rules.isBrokenBy(MakesIdsUp.class, INTRODUCED);
    }

    @Test
    void one_that_is_introduced_without_the_mark_is_noticed() {
        Rules.isBrokenBy(LivesUnmarked.class, INTRODUCED);
    }
}
