package org.hirundo.application.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.stream.FollowerStore;
import org.hirundo.application.port.stream.StreamPosition;

/**
 * Lets followers follow the stream, each at its own pace. Who keeps up is fed from memory; the stream itself is what is read after
 * a restart, so nothing is kept twice.
 */
@Singleton
public final class Following implements Stream.Published, AutoCloseable {

    private final Stream stream;
    private final EventStore events;
    private final FollowerStore cursors;
    private final ConcurrentHashMap<String, Pursuit> pursuits = new ConcurrentHashMap<>();

    @Inject
    public Following(Stream stream, EventStore events, FollowerStore cursors) {
        this.stream = stream;
        this.events = events;
        this.cursors = cursors;
        stream.listen(this);
    }

    /** Lets the follower follow, until the server stops. */
    public void start(Follower follower) {
        pursuits.computeIfAbsent(follower.name(), name -> Pursuit.start(follower, stream, events, cursors));
    }

    /**
     * Waits until the follower has come as far as the stream is now; not longer than the time.
     *
     * @return whether it has
     */
    public boolean caughtUp(Follower follower, Duration patience) {
        var pursuit = pursuits.get(follower.name());
        return pursuit != null && pursuit.caughtUp(stream.position(), patience);
    }

    @Override
    public void committed(List<Committed> batch) {
        // What was committed can be read once it is visible.
    }

    @Override
    public void visible(StreamPosition position) {
        pursuits.values().forEach(Pursuit::wake);
    }

    /** Stops all followers where they are, and notes where that is. */
    @Override
    public void close() {
        pursuits.values().forEach(Pursuit::stop);
        pursuits.values().forEach(Pursuit::join);
    }
}
