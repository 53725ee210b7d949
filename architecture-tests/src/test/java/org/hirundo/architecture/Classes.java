package org.hirundo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The compiled classes that the rules are about, each read once. */
final class Classes {

    /** All that others may use: the product, and what it is tested with. */
    static final JavaClasses DELIVERED = new ClassFileImporter()
            .importPaths(Stream.concat(Modules.PRODUCT.stream(), Modules.FOR_TESTS.stream())
                    .map(Classes::compiled)
                    .toList());

    /** What every storage must satisfy. */
    static final JavaClasses CONTRACTS = DELIVERED.that(resideInAPackage("org.hirundo.contract.."));

    /** All tests that are not of the layout itself, contracts and stories too. */
    static final JavaClasses TESTS = new ClassFileImporter()
            .importPaths(Stream.concat(
                            Modules.FOR_TESTS.stream().map(Classes::compiled),
                            Modules.PRODUCT.stream().map(Classes::compiledTests))
                    .toList());

    /** What a server runs with. */
    static final JavaClasses PRODUCT =
            DELIVERED.that(resideOutsideOfPackages("org.hirundo.contract..", "org.hirundo.testdb.."));

    /** The classes of these tests. */
    static final JavaClasses RULES = new ClassFileImporter().importPackagesOf(Classes.class);

    private static final Map<String, JavaClasses> STORAGE_TESTS = new ConcurrentHashMap<>();

    private Classes() {}

    /** The tests of a storage, together with the contracts that they extend. */
    static JavaClasses storageTests(String module) {
        return STORAGE_TESTS.computeIfAbsent(
                module, storage -> new ClassFileImporter().importPaths(compiled("contracts"), compiledTests(storage)));
    }

    /** Classes that break a rule, with those inside of them. */
    static JavaClasses counterexamples(Class<?>... classes) {
        return new ClassFileImporter()
                .importClasses(Stream.of(classes)
                        .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                        .toList());
    }

    private static Path compiled(String module) {
        return existing(Modules.directory(module).resolve("target/classes"));
    }

    private static Path compiledTests(String module) {
        return existing(Modules.directory(module).resolve("target/test-classes"));
    }

    /** Without its classes a module would satisfy every rule. */
    private static Path existing(Path classes) {
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(classes.normalize() + " is not there: compile all modules, tests too, as"
                    + " mvn -pl architecture-tests -am test does");
        }
        return classes;
    }
}
