package org.hirundo.application.appservice.transaction;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.application.port.appservice.AppserviceStore.Progress;
import org.hirundo.application.port.appservice.ServiceFailure;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.time.Alarms;
import org.hirundo.domain.appservice.Registration;

/**
 * One application service on its way along the stream, in a thread of its own. What it is to be told is noted before it is sent,
 * and sent unchanged until the service has it, with pauses that grow; the stream itself is what waits meanwhile.
 */
final class ServiceLane {

    private static final System.Logger LOG = System.getLogger(ServiceLane.class.getName());

    private static final Duration AT_THE_END = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** A second doubled so often is about two minutes. */
    private static final int DOUBLINGS = 7;

    /** When nothing of so much of the stream concerned the service, that is noted: it need not be looked at after a restart. */
    private static final long NOTED_EVERY = 1000;

    private final Registration service;
    private final Interest interest;
    private final Parts parts;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private boolean working = true;
    private boolean paused;
    private boolean stopping;

    /** Written by the thread alone, and with the lock held. */
    private Progress progress;

    private long ephemeral;

    // The thread's alone.
    private Progress noted;
    private int failures;

    /** What lanes are made of. */
    record Parts(
            AppserviceStore store,
            AppserviceGateway gateway,
            ServiceNews news,
            DeviceNews devices,
            Stream stream,
            EphemeralStream ephemeral,
            Alarms alarms,
            InstantSource clock) {}

    private ServiceLane(Registration service, Interest interest, Parts parts, Progress start) {
        this.service = service;
        this.interest = interest;
        this.parts = parts;
        this.progress = start;
        this.noted = start;
        this.ephemeral = parts.ephemeral().position();
        this.thread = Thread.ofVirtual().name(service.toString()).unstarted(this::run);
    }

    /** Lets the service go on where it was, or begin with what happens next. */
    static ServiceLane start(Registration service, Interest interest, Parts parts) {
        var start = parts.store().progress(service.id()).orElseGet(() -> {
            // A service remembers the numbers that it had, perhaps of a database that is no more.
            var first = new Progress(parts.stream().position(), parts.clock().millis(), Optional.empty());
            parts.store().note(service.id(), first);
            return first;
        });
        var lane = new ServiceLane(service, interest, parts, start);
        lane.thread.start();
        return lane;
    }

    /** Something happened. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The service is there: what waits for it need not wait any longer. */
    void resume() {
        lock.lock();
        try {
            paused = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Begins nothing new. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until what was under way is done; not for long, for a transaction that was not acknowledged is sent again anyway. */
    void join() {
        try {
            thread.join(AT_THE_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the service was told everything, or failed and is left alone for a while. */
    void awaitQuiet() throws InterruptedException {
        lock.lock();
        try {
            while (working || (!paused && hasWork())) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitWork()) {
            try {
                step();
                failures = 0;
            } catch (ServiceFailure failure) {
                LOG.log(
                        System.Logger.Level.INFO,
                        () -> "The " + service + " was not told of something, and is told later: "
                                + failure.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        () -> "The " + service + " cannot be told anything; it is tried again",
                        e);
                pause();
            }
        }
        noteAtTheEnd();
    }

    /** Waits until there is something to do; false when the server stops. */
    private boolean awaitWork() {
        lock.lock();
        try {
            working = false;
            changed.signalAll();
            while (!stopping && (paused || !hasWork())) {
                changed.await();
            }
            working = !stopping;
            return working;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasWork() {
        return progress.unacknowledged().isPresent()
                || parts.stream().position().isAfter(progress.upTo())
                || (service.features().ephemeral() && parts.ephemeral().position() > ephemeral);
    }

    private void step() throws ServiceFailure {
        if (progress.unacknowledged().isEmpty()) {
            prepare();
        }
        var transaction = progress.unacknowledged();
        if (transaction.isPresent()) {
            parts.gateway().deliver(service, Long.toString(progress.number()), transaction.get());
            parts.devices().delivered(transaction.get(), progress.upTo());
            reached(progress.acknowledged(), ephemeral);
        }
        if (!hasWork() && noted.unacknowledged().isPresent()) {
            note(progress);
        }
    }

    private void prepare() {
        var span = new Span(
                progress.upTo(),
                parts.stream().position(),
                ephemeral,
                parts.ephemeral().position());
        var news = parts.news().of(service, interest, span);
        var next = news.transaction().isEmpty()
                ? progress.skippedTo(news.upTo())
                : progress.next(news.upTo(), news.transaction());
        // The next transaction takes the place of the last one, so that of two writes one is enough.
        if (next.unacknowledged().isPresent() || isFar(next.upTo())) {
            note(next);
        }
        reached(next, span.ephemeralUpTo());
    }

    private boolean isFar(StreamPosition position) {
        return position.value() - noted.upTo().value() >= NOTED_EVERY;
    }

    private void note(Progress next) {
        parts.store().note(service.id(), next);
        noted = next;
    }

    private void reached(Progress next, long nextEphemeral) {
        lock.lock();
        try {
            progress = next;
            ephemeral = nextEphemeral;
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        lock.lock();
        try {
            paused = true;
        } finally {
            lock.unlock();
        }
        parts.alarms().at(parts.clock().instant().plus(pause), this::resume);
    }

    private void noteAtTheEnd() {
        try {
            if (!progress.equals(noted)) {
                note(progress);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "How far the " + service + " was told could not be noted", e);
        }
    }
}
