package org.hirundo.application.counterexample;

import jakarta.inject.Singleton;

/** Somebody might override what it decides. */
@Singleton
public class MayBeExtended {

    /** With nothing. */
    public MayBeExtended() {}
}
