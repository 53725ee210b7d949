package org.hirundo.application.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Alarms by virtual threads that sleep until it is time. */
@Singleton
public final class SleepingAlarms implements Alarms {

    private final InstantSource clock;

    @Inject
    public SleepingAlarms(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void at(Instant time, Runnable work) {
        Thread.startVirtualThread(() -> {
            if (sleepUntil(time)) {
                work.run();
            }
        });
    }

    /** Whether it is time; the clock decides that, which may have been set back while the thread slept. */
    private boolean sleepUntil(Instant time) {
        try {
            for (var now = clock.instant(); now.isBefore(time); now = clock.instant()) {
                Thread.sleep(Duration.between(now, time));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
