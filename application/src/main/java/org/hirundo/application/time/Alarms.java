package org.hirundo.application.time;

import java.time.Instant;

/** Wakes those who must do something at a time although nothing happens then. */
public interface Alarms {

    /**
     * Does the work once the clock has reached the time, in a thread of its own and never in the caller's. What is not due
     * when the server stops is not done.
     */
    void at(Instant time, Runnable work);
}
