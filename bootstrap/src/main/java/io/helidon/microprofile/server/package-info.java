/** The one step into a package of Helidon that it takes to configure its server fully. */
@NullMarked
package io.helidon.microprofile.server;

import org.jspecify.annotations.NullMarked;
