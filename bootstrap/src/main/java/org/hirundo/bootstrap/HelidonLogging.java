package org.hirundo.bootstrap;

import io.helidon.logging.common.spi.LoggingProvider;

/** Tells Helidon that {@link Logging} has set up everything, for it complains of servers without a set-up of their own. */
public final class HelidonLogging implements LoggingProvider {

    @Override
    public void initialization() {
        // done when the program started
    }

    @Override
    public void runTime() {
        // nothing changes
    }
}
