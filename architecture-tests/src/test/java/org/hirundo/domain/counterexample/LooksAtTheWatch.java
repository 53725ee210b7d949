package org.hirundo.domain.counterexample;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;

/** Takes the time where it finds it. */
public final class LooksAtTheWatch {

    Instant instant() {
        return Instant.now();
    }

    LocalDate day() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    long millis() {
        return System.currentTimeMillis();
    }

    InstantSource clock() {
        return Clock.systemUTC();
    }

    /** Not even a call, but a reference to one. */
    Supplier<Date> date() {
        return Date::new;
    }
}
