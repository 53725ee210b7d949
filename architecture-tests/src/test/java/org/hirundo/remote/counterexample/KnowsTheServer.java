package org.hirundo.remote.counterexample;

import org.eclipse.microprofile.config.Config;
import org.hirundo.bootstrap.config.Configuration;

/** Looks up at who wires it, and uses what that one uses. */
public final class KnowsTheServer {

    Config configured(Configuration configuration) {
        throw new UnsupportedOperationException(configuration.toString());
    }
}
