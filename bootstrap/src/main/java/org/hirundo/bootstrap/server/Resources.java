package org.hirundo.bootstrap.server;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.HashSet;
import java.util.Set;
import org.hirundo.bootstrap.wiring.OurClasses;

/** All resources, and the filters, readers and mappers around them. */
public final class Resources extends Application {

    private final Set<Class<?>> classes;

    /** Found by their annotations. */
    public Resources() {
        classes = new HashSet<>(OurClasses.with(Path.class));
        classes.addAll(OurClasses.with(Provider.class));
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Set.copyOf(classes);
    }
}
