package org.hirundo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer of the house or an adapter in it: its package, what of Hirundo it may know, and whose libraries it may use.
 *
 * <p>Annotations of nullness are everybody's. {@code bootstrap} is not here: it knows all and may use anything.
 */
enum Layer {
    DOMAIN("org.hirundo.domain", List.of(), Jdk.BASE, List.of()),
    APPLICATION("org.hirundo.application", List.of(DOMAIN), Jdk.BASE, List.of("jakarta.inject")),
    REST(
            "org.hirundo.rest",
            List.of(APPLICATION, DOMAIN),
            Jdk.WHOLE,
            List.of("jakarta.inject", "jakarta.annotation", "jakarta.ws.rs..", "jakarta.json.bind..")),
    JPA(
            "org.hirundo.jpa",
            List.of(APPLICATION, DOMAIN),
            Jdk.WHOLE,
            List.of(
                    "jakarta.persistence..",
                    "org.eclipse.persistence..",
                    "org.hibernate..",
                    "org.flywaydb..",
                    "com.zaxxer.hikari..",
                    "org.sqlite..",
                    "org.postgresql..",
                    "org.mariadb..")),
    MONGO("org.hirundo.mongo", List.of(APPLICATION, DOMAIN), Jdk.WHOLE, List.of("com.mongodb..", "org.bson..")),
    REMOTE(
            "org.hirundo.remote",
            List.of(APPLICATION, DOMAIN),
            Jdk.WHOLE,
            List.of("org.apache.hc..", "org.jsoup..", "jakarta.mail..")),
    MEDIA("org.hirundo.media", List.of(APPLICATION, DOMAIN), Jdk.WHOLE, List.of("com.twelvemonkeys..")),
    CRYPTO(
            "org.hirundo.crypto",
            List.of(APPLICATION, DOMAIN),
            Jdk.WHOLE,
            List.of("org.bouncycastle..", "com.nimbusds.."));

    /** How much of the JDK a layer may use. */
    private enum Jdk {
        /** {@code java.base}, which has no databases, no HTTP and no windows. */
        BASE,
        WHOLE;

        DescribedPredicate<JavaClass> classes() {
            return this == WHOLE
                    ? resideInAnyPackage("java..", "javax..", "org.w3c.dom..")
                    : DescribedPredicate.describe(
                            "are of java.base",
                            type -> Object.class.getModule().getPackages().contains(type.getPackageName()));
        }
    }

    private static final String NULLNESS = "org.jspecify.annotations";

    private final String root;
    private final List<Layer> below;
    private final Jdk jdk;
    private final List<String> libraries;

    Layer(String root, List<Layer> below, Jdk jdk, List<String> libraries) {
        this.root = root;
        this.below = below;
        this.jdk = jdk;
        this.libraries = libraries;
    }

    private String all() {
        return root + "..";
    }

    /** Of Hirundo it knows itself and what is below. */
    ArchRule pointsDown() {
        var known =
                Stream.concat(Stream.of(this), below.stream()).map(Layer::all).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(all())
                .should()
                .dependOnClassesThat(resideInAPackage("org.hirundo..").and(not(resideInAnyPackage(known))))
                .as("%s knows of Hirundo only %s".formatted(root, String.join(", ", known)));
    }

    /** Of others it uses its own libraries alone. */
    ArchRule usesItsLibrariesOnly() {
        var used = Stream.concat(Stream.of(NULLNESS), libraries.stream()).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(all())
                .should()
                .onlyDependOnClassesThat(resideInAPackage("org.hirundo..")
                        .or(resideInAnyPackage(used))
                        .or(jdk.classes())
                        .or(primitive()))
                .as("%s uses only the JDK (%s) and %s".formatted(root, jdk, String.join(", ", used)));
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return DescribedPredicate.describe(
                "are primitive", type -> type.getBaseComponentType().isPrimitive());
    }
}
