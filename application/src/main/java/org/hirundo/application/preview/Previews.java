package org.hirundo.application.preview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.application.port.preview.PreviewStore;

/** Previews, made when they are first asked for, and kept for a while: a link is shown to everybody in a room at once. */
@Singleton
final class Previews {

    /** Each holds a picture in memory, perhaps. */
    private static final int AT_ONCE = 16;

    /** A page that cannot be read is tried again soon, but not for each who sees the link. */
    private static final Duration LIFETIME_OF_FAILURE = Duration.ofMinutes(1);

    private final PreviewStore store;
    private final PreviewMaking making;
    private final PreviewConfig config;
    private final InstantSource clock;
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final ConcurrentHashMap<URI, FutureTask<Preview>> underWay = new ConcurrentHashMap<>();

    @Inject
    Previews(PreviewStore store, PreviewMaking making, PreviewConfig config, InstantSource clock) {
        this.store = store;
        this.making = making;
        this.config = config;
        this.clock = clock;
    }

    /** The preview of that time if there is one, else one of now. */
    Preview preview(URI address, Optional<Instant> at) throws IOException {
        var wanted = at.filter(time -> time.isBefore(clock.instant())).flatMap(time -> current(address, time));
        var known = wanted.isPresent() ? wanted : current(address, clock.instant());
        return known.isPresent() ? known.get() : together(address);
    }

    /** The preview that was to be shown at the time. */
    private Optional<Preview> current(URI address, Instant time) {
        return store.find(address, time).filter(preview -> {
            var lifetime = preview.properties().isPresent() ? config.lifetime() : LIFETIME_OF_FAILURE;
            return time.isBefore(preview.madeAt().plus(lifetime));
        });
    }

    /** Makes a preview, or waits for the one that somebody else is making. */
    private Preview together(URI address) throws IOException {
        var task = new FutureTask<>(() -> make(address));
        var other = underWay.putIfAbsent(address, task);
        if (other == null) {
            try {
                task.run();
            } finally {
                underWay.remove(address, task);
            }
        }
        return result(other == null ? task : other);
    }

    private Preview make(URI address) throws IOException {
        running.acquireUninterruptibly();
        try {
            // Somebody may have made it between our look and our turn.
            var known = current(address, clock.instant());
            if (known.isPresent()) {
                return known.get();
            }
            var made = making.make(address);
            store.add(made);
            return made;
        } finally {
            running.release();
        }
    }

    private static Preview result(FutureTask<Preview> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for a preview", stopped);
        } catch (ExecutionException failure) {
            throw failed(failure);
        }
    }

    /** What ended the task, to be thrown; what is unchecked is thrown here. */
    private static IOException failed(ExecutionException failure) {
        return switch (failure.getCause()) {
            case IOException cause -> cause;
            case RuntimeException cause -> throw cause;
            case null, default -> throw new IllegalStateException(failure);
        };
    }
}
