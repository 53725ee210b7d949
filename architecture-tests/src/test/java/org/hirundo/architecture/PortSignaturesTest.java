package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.hirundo.application.port.counterexample.SpeaksInFutures;
import org.hirundo.application.port.counterexample.SpeaksOfSettings;
import org.hirundo.application.port.counterexample.SpeaksSql;
import org.junit.jupiter.api.Test;

/**
 * What crosses a port is plain and whole: values of the domain and of the ports, and of {@code java.base}. No type of a driver,
 * no cursor that stays open, and no future, since a call simply waits for its answer.
 */
class PortSignaturesTest {

    private static final ArchRule PLAIN = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(Ports.PACKAGE)
            .and()
            .arePublic()
            .should(mentionPlainValuesOnly())
            .as("signatures of ports mention only java.base, the domain and ports, and no futures");

    private static ArchCondition<JavaMethod> mentionPlainValuesOnly() {
        return new ArchCondition<>("mention plain values only") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                                        .map(JavaType::getAllInvolvedRawTypes)
                                        .flatMap(Set::stream),
                                method.getExceptionTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !isPlain(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }

    private static boolean isPlain(JavaClass type) {
        var place = type.getPackageName();
        return type.isPrimitive()
                || place.startsWith("org.hirundo.domain")
                || place.startsWith("org.hirundo.application.port")
                || Object.class.getModule().getPackages().contains(place) && !answersLater(type);
    }

    /** Futures, and streams: these would be read after the call, when its transaction is over. */
    private static boolean answersLater(JavaClass type) {
        return Stream.of(Future.class, CompletionStage.class, Flow.Publisher.class, BaseStream.class)
                .anyMatch(type::isAssignableTo);
    }

    @Test
    void ports_speak_of_plain_values() {
        Rules.holds(PLAIN);
    }

    @Test
    void a_future_is_noticed() {
        Rules.isBrokenBy(SpeaksInFutures.class, PLAIN);
    }

    @Test
    void a_type_of_a_driver_is_noticed_even_inside_of_another() {
        Rules.isBrokenBy(SpeaksSql.class, PLAIN);
    }

    @Test
    void a_type_of_the_application_is_noticed() {
        Rules.isBrokenBy(SpeaksOfSettings.class, PLAIN);
    }
}
