package org.hirundo.bootstrap.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;

/**
 * Our classes by their annotations. They are read from the indexes that the build puts beside them, which costs milliseconds
 * where looking at every class would cost a good part of the start.
 */
public final class OurClasses {

    private static final String INDEX = "META-INF/jandex.idx";
    private static final String OURS = "org.hirundo.";

    private static final List<Index> INDEXES = OurClasses.class
            .getClassLoader()
            .resources(INDEX)
            .map(OurClasses::read)
            .toList();

    private OurClasses() {}

    /** The classes that have the annotation themselves. */
    public static Set<Class<?>> with(Class<? extends Annotation> annotation) {
        return INDEXES.stream()
                .flatMap(index -> index.getAnnotations(annotation).stream())
                .filter(instance -> instance.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(instance -> instance.target().asClass().name().toString())
                .filter(name -> name.startsWith(OURS))
                .map(OurClasses::load)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Index read(URL url) {
        try (var in = url.openStream()) {
            return new IndexReader(in).read();
        } catch (IOException e) {
            throw new UncheckedIOException("The index of classes " + url + " cannot be read", e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OurClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The index of classes is older than the classes", e);
        }
    }
}
