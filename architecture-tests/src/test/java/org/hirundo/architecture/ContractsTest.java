package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.hirundo.application.port.Storage;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.counterexample.ForgottenContract;
import org.hirundo.contract.counterexample.KeptContract;
import org.hirundo.mongo.counterexample.AlmostForgottenTest;
import org.hirundo.mongo.counterexample.NewStorage;
import org.hirundo.mongo.counterexample.NewsStore;
import org.hirundo.mongo.counterexample.SkippedTest;
import org.hirundo.mongo.counterexample.SofterTest;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;

/** Every store has its contract, and every storage passes every contract and every story: there is no opting out. */
class ContractsTest {

    private static final ArchRule RUN = classes()
            .that(areSpecifications())
            .should(beRunByAStorage())
            .as("every contract and every story is run by the storage");

    private static final ArchRule NOT_OVERRIDDEN = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAssignableTo(StorageContract.class)
            .should(notOverrideATest())
            .as("no test of a contract or a story is overridden");

    private static final ArchRule CLASSES_NOT_DISABLED =
            noClasses().should().beAnnotatedWith(disabling()).as("no test class is disabled");

    private static final ArchRule METHODS_NOT_DISABLED =
            noMethods().should().beAnnotatedWith(disabling()).as("no test is disabled");

    private static final ArchRule NOTHING_ASSUMED = noClasses()
            .that()
            .areAssignableTo(StorageContract.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(org.junit.jupiter.api.Assumptions.class, Assumptions.class)
            .as("contracts and stories assume nothing");

    /** Abstract classes with tests, for whoever supplies a storage. */
    private static DescribedPredicate<JavaClass> areSpecifications() {
        return DescribedPredicate.describe(
                "are contracts or stories",
                type -> type.getPackageName().startsWith("org.hirundo.contract.")
                        && type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && type.getMethods().stream().anyMatch(ContractsTest::isTest));
    }

    private static boolean isTest(CanBeAnnotated method) {
        return method.isMetaAnnotatedWith(Testable.class);
    }

    private static ArchCondition<JavaClass> beRunByAStorage() {
        return new ArchCondition<>("be run") {
            @Override
            public void check(JavaClass specification, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        specification,
                        specification.getAllSubclasses().stream().anyMatch(ContractsTest::isRun),
                        specification.getName() + " is not extended by a test that is run"));
            }
        };
    }

    /** Whether it is a test by itself, or one inside of a class that is or that such a one extends. */
    private static boolean isRun(JavaClass test) {
        if (test.getModifiers().contains(JavaModifier.ABSTRACT)) {
            return false;
        }
        return test.getEnclosingClass()
                .map(outer -> test.isAnnotatedWith(Nested.class)
                        && Stream.concat(Stream.of(outer), outer.getAllSubclasses().stream())
                                .anyMatch(ContractsTest::isRun))
                .orElse(test.getSimpleName().endsWith("Test"));
    }

    private static ArchCondition<JavaMethod> notOverrideATest() {
        return new ArchCondition<>("not override a test") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getOwner().getAllRawSuperclasses().stream()
                        .flatMap(above -> above.tryGetMethod(method.getName(), names(method)).stream())
                        .filter(ContractsTest::isTest)
                        .forEach(test -> events.add(SimpleConditionEvent.violated(
                                method,
                                "%s overrides the test %s".formatted(method.getFullName(), test.getFullName()))));
            }
        };
    }

    private static String[] names(JavaMethod method) {
        return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAnnotation<?>> disabling() {
        return DescribedPredicate.describe(
                "@Disabled or a condition",
                annotation -> annotation.getRawType().isEquivalentTo(Disabled.class)
                        || annotation.getRawType().getPackageName().equals("org.junit.jupiter.api.condition"));
    }

    /** The stores of a storage's record that have no contract. */
    private static List<String> withoutContract(Class<? extends Record> storage) {
        return Stream.of(storage.getRecordComponents())
                .map(RecordComponent::getType)
                .filter(type -> !type.equals(Runnable.class))
                .map(Class::getSimpleName)
                .filter(store -> Classes.CONTRACTS.stream()
                        .filter(areSpecifications())
                        .noneMatch(contract -> contract.getSimpleName().equals(store + "Contract")))
                .toList();
    }

    static List<String> storages() {
        return Modules.STORAGES;
    }

    @Test
    void every_store_has_a_contract() {
        assertThat(withoutContract(Storage.class)).isEmpty();
    }

    @Test
    void a_store_without_one_is_noticed() {
        assertThat(withoutContract(NewStorage.class)).containsExactly(NewsStore.class.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("storages")
    void a_storage_runs_every_contract_and_story(String storage) {
        RUN.check(Classes.storageTests(storage));
    }

    @Test
    void a_contract_that_is_not_run_is_noticed() {
        Rules.isBrokenBy(ForgottenContract.class, RUN, AlmostForgottenTest.class);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void a_storage_overrides_no_test(String storage) {
        NOT_OVERRIDDEN.check(Classes.storageTests(storage));
    }

    @Test
    void a_test_that_is_overridden_is_noticed() {
        Rules.isBrokenBy(SofterTest.class, NOT_OVERRIDDEN, KeptContract.class);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void a_storage_disables_no_test(String storage) {
        CLASSES_NOT_DISABLED.check(Classes.storageTests(storage));
        METHODS_NOT_DISABLED.check(Classes.storageTests(storage));
    }

    @Test
    void a_test_that_is_disabled_is_noticed() {
        Rules.isBrokenBy(SkippedTest.class, CLASSES_NOT_DISABLED);
        Rules.isBrokenBy(SkippedTest.class, METHODS_NOT_DISABLED);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void a_storage_assumes_nothing(String storage) {
        NOTHING_ASSUMED.check(Classes.storageTests(storage));
    }

    @Test
    void an_assumption_is_noticed() {
        Rules.isBrokenBy(SkippedTest.class, NOTHING_ASSUMED);
    }
}
