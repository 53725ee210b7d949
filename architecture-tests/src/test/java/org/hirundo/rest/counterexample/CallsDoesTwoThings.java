package org.hirundo.rest.counterexample;

import org.hirundo.application.counterexample.DoesTwoThings;

/** What makes a use case of the class it calls. */
public final class CallsDoesTwoThings {

    void call(DoesTwoThings doors) {
        doors.open();
        doors.close();
    }
}
