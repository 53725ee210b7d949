package org.hirundo.contract.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.hirundo.application.time.Alarms;

/** Time that passes when the story says so, and the alarms that go off meanwhile. */
public final class SettableClock implements InstantSource, Alarms {

    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparing(Alarm::time));
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    private record Alarm(Instant time, Runnable work) {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void at(Instant time, Runnable work) {
        alarms.add(new Alarm(time, work));
    }

    /** Lets time pass. What is due meanwhile is done when it is, and before this returns. */
    public void pass(Duration time) {
        var end = instant().plus(time);
        while (goOn(end)) {
            // The next alarm may be one that the last one set.
        }
    }

    private boolean goOn(Instant end) {
        Alarm due;
        synchronized (this) {
            var next = alarms.peek();
            if (next == null || next.time().isAfter(end)) {
                now = end;
                return false;
            }
            due = alarms.remove();
            now = due.time().isAfter(now) ? due.time() : now;
        }
        due.work().run();
        return true;
    }
}
