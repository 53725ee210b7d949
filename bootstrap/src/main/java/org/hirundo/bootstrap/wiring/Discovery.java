package org.hirundo.bootstrap.wiring;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;

/** Makes a bean of every class of ours that is marked as a singleton. */
public final class Discovery implements Extension {

    void addSingletons(@Observes BeforeBeanDiscovery event) {
        OurClasses.with(Singleton.class).forEach(type -> event.addAnnotatedType(type, type.getName()));
    }
}
