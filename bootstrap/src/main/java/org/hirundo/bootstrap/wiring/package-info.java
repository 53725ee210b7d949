/**
 * How the parts come together. Use cases, mechanisms and resources are found by their {@code @Singleton} and wired by their
 * constructors; what they ask for that no class of the application is &ndash; ports, configuration, time and chance &ndash; is
 * produced here. Read {@link org.hirundo.bootstrap.wiring.Discovery} and {@link org.hirundo.bootstrap.wiring.Stores} first.
 */
@NullMarked
package org.hirundo.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
