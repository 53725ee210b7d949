package org.hirundo.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The compiled classes that the rules are about, each read once. */
final class Classes {

    /** What a server runs with. */
    static final JavaClasses PRODUCT = ofModules(Classes::compiled, Modules.PRODUCT);

    /** What every storage must satisfy. */
    static final JavaClasses CONTRACTS = ofModules(Classes::compiled, List.of("contracts"));

    /** Everything that has a package of its own: the product, and what others test with. */
    static final JavaClasses DELIVERED = ofModules(
            Classes::compiled,
            Stream.concat(Modules.PRODUCT.stream(), Modules.FOR_TESTS.stream()).toList());

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

    private static JavaClasses ofModules(Function<String, Path> place, List<String> modules) {
        return new ClassFileImporter().importPaths(modules.stream().map(place).toList());
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
