package org.hirundo.rest.common;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import org.hirundo.application.session.Authenticate;

/** Puts a filter before every method that is {@link Authenticated}, once, when the server starts. */
@Provider
@Singleton
public final class RequesterFeature implements DynamicFeature {

    private final Authenticate authenticate;

    @Inject
    public RequesterFeature(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (isMarked(resource, Authenticated.class)) {
            var filter = new RequesterFilter(
                    authenticate,
                    isMarked(resource, AllowsGuests.class),
                    isMarked(resource, AllowsLocked.class),
                    isMarked(resource, AllowsAnybody.class));
            context.register(filter, Priorities.AUTHENTICATION);
        }
    }

    private static boolean isMarked(ResourceInfo resource, Class<? extends Annotation> mark) {
        return resource.getResourceMethod().isAnnotationPresent(mark)
                || resource.getResourceClass().isAnnotationPresent(mark);
    }
}
