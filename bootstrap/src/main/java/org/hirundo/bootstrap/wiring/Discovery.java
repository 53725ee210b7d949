package org.hirundo.bootstrap.wiring;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;

/**
 * Makes a bean of every class of ours that is marked as a singleton. The classes are read from the indexes that the build puts
 * beside them, which costs milliseconds where looking at every class would cost a good part of the start.
 */
public final class Discovery implements Extension {

    private static final String INDEX = "META-INF/jandex.idx";
    private static final String OURS = "org.hirundo.";

    void addSingletons(@Observes BeforeBeanDiscovery event) {
        marked(Singleton.class).forEach(type -> event.addAnnotatedType(type, type.getName()));
    }

    /** Our classes that have the annotation. */
    static Set<Class<?>> marked(Class<?> annotation) {
        return indexes().stream()
                .flatMap(index -> index.getAnnotations(annotation).stream())
                .filter(instance -> instance.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(instance -> instance.target().asClass().name().toString())
                .filter(name -> name.startsWith(OURS))
                .map(Discovery::load)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Index> indexes() {
        var indexes = new ArrayList<Index>();
        try {
            for (var url : (Iterable<java.net.URL>)
                    Discovery.class.getClassLoader().resources(INDEX)::iterator) {
                try (var in = url.openStream()) {
                    indexes.add(new IndexReader(in).read());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An index of classes cannot be read", e);
        }
        return indexes;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Discovery.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The index is older than the classes", e);
        }
    }
}
