package org.hirundo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/** What is asked of every rule: that the product keeps it, and that it notices who does not. */
final class Rules {

    private Rules() {}

    /** The rule holds for all that a server runs with. */
    static void holds(ArchRule rule) {
        rule.check(Classes.PRODUCT);
    }

    /** The rule is broken by the class, and says so by its name. */
    static void isBrokenBy(Class<?> offender, ArchRule rule, Class<?>... others) {
        var classes = new Class<?>[others.length + 1];
        classes[0] = offender;
        System.arraycopy(others, 0, classes, 1, others.length);
        isBrokenBy(offender, rule, Classes.counterexamples(classes));
    }

    /** The rule is broken by the class among others, and says so by its name. */
    static void isBrokenBy(Class<?> offender, ArchRule rule, JavaClasses among) {
        var report = rule.evaluate(among).getFailureReport();

        assertThat(report.getDetails())
                .as("what the rule says of %s", offender.getSimpleName())
                .anySatisfy(detail -> assertThat(detail).contains(offender.getName()));
    }
}
