package org.hirundo.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** What a port is: how the application speaks to what is outside. */
final class Ports {

    static final String PACKAGE = "org.hirundo.application.port..";

    /** The interfaces among the ports' classes; the sealed ones are families of values. */
    static final DescribedPredicate<JavaClass> ARE_PORTS = DescribedPredicate.describe(
            "are ports",
            type -> type.getPackageName().startsWith("org.hirundo.application.port")
                    && type.isInterface()
                    && !type.isAnnotation()
                    && !type.reflect().isSealed());

    private Ports() {}
}
