package org.hirundo.application.port.counterexample;

import org.hirundo.application.config.MediaConfig;

/** Wants to know what only the application has to. */
public interface SpeaksOfSettings {

    /** The largest file there may be. */
    long largest(MediaConfig config);
}
