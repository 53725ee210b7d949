package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.chrono.ChronoLocalDate;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hirundo.application.counterexample.ThrowsDice;
import org.hirundo.domain.counterexample.LooksAtTheWatch;
import org.hirundo.domain.counterexample.MakesIdsUp;
import org.hirundo.domain.counterexample.MeasuresTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Time, chance and ids come from outside, as {@link InstantSource} and {@link RandomGenerator}: a test sets the clock and knows
 * the dice.
 *
 * <p>{@link System#nanoTime} is another matter. It tells no time of day, only for how long a thread has waited, and a thread
 * waits in real time whatever the clock says: against a clock that a test has stopped a long poll would never end. So the
 * application, where threads wait, may ask for it; the domain, where nobody waits, may not.
 */
class TimeAndChanceTest {

    private static final ArchRule PASSED_IN = noClasses()
            .that()
            .resideInAnyPackage("org.hirundo.domain..", "org.hirundo.application..")
            .should()
            .accessTargetWhere(takesTimeOrChance())
            .as("time, chance and ids are passed in");

    private static final ArchRule NO_WAITING = noClasses()
            .that()
            .resideInAPackage("org.hirundo.domain..")
            .should()
            .callMethod(System.class, "nanoTime")
            .as("nobody waits in the domain");

    private static final Set<Class<?>> DICE =
            Set.of(Random.class, SecureRandom.class, SplittableRandom.class, ThreadLocalRandom.class, Date.class);

    private static DescribedPredicate<JavaAccess<?>> takesTimeOrChance() {
        return DescribedPredicate.describe("takes time or chance", access -> takes(access.getTarget()));
    }

    private static boolean takes(AccessTarget target) {
        var owner = target.getOwner();
        return switch (target.getName()) {
            // Without a clock as argument; with one the time is that clock's.
            case "now" ->
                (owner.isAssignableTo(Temporal.class) || owner.isAssignableTo(ChronoLocalDate.class))
                        && takesNo(target, InstantSource.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class);
            case "<init>" -> DICE.stream().anyMatch(owner::isEquivalentTo) && takesNothing(target);
            case "current" -> owner.isEquivalentTo(ThreadLocalRandom.class);
            case "getInstance", "getInstanceStrong" -> owner.isEquivalentTo(SecureRandom.class);
            case "getDefault", "of" ->
                owner.isEquivalentTo(RandomGenerator.class) || owner.isEquivalentTo(RandomGeneratorFactory.class);
            case "random" -> owner.isEquivalentTo(Math.class);
            case "randomUUID" -> owner.isEquivalentTo(UUID.class);
            case "shuffle" ->
                owner.isEquivalentTo(Collections.class) && takesNo(target, Random.class, RandomGenerator.class);
            default -> false;
        };
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().isEmpty();
    }

    private static boolean takesNo(AccessTarget target, Class<?>... sources) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream()
                        .noneMatch(type -> Set.of(sources).stream().anyMatch(source -> type.isAssignableTo(source)));
    }

    @Test
    void time_chance_and_ids_are_passed_in() {
        Rules.holds(PASSED_IN);
    }

    @Test
    void who_looks_at_the_watch_is_noticed() {
        Rules.isBrokenBy(LooksAtTheWatch.class, PASSED_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instant", "day", "millis", "clock", "date"})
    void at_whatever_watch(String method) {
        isNoticed(LooksAtTheWatch.class, method);
    }

    @Test
    void who_throws_dice_is_noticed() {
        Rules.isBrokenBy(ThrowsDice.class, PASSED_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seeded", "strong", "ofThread", "byName", "number", "order"})
    void whatever_dice(String method) {
        isNoticed(ThrowsDice.class, method);
    }

    @Test
    void who_makes_ids_up_is_noticed() {
        Rules.isBrokenBy(MakesIdsUp.class, PASSED_IN);
    }

    @Test
    void nobody_waits_in_the_domain() {
        Rules.holds(NO_WAITING);
    }

    @Test
    void who_measures_waiting_there_is_noticed() {
        Rules.isBrokenBy(MeasuresTime.class, NO_WAITING);
    }

    private static void isNoticed(Class<?> offender, String method) {
        var details = PASSED_IN
                .evaluate(Classes.counterexamples(offender))
                .getFailureReport()
                .getDetails();

        assertThat(details).anySatisfy(detail -> assertThat(detail).contains(offender.getName() + "." + method + "("));
    }
}
