package org.hirundo.application.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.StreamStore;

/** The durable stream as this node sees it: everything up to {@link #position()} has reached every listener. */
@Singleton
public final class Stream {

    private final List<StreamListener> listeners = new CopyOnWriteArrayList<>();
    private volatile StreamPosition position;

    /** Starts at the end of what is stored. */
    @Inject
    public Stream(StreamStore store) {
        position = store.position();
    }

    /**
     * The last published position: a reader that looks for changes up to here misses none, and none will ever be added at or
     * before it.
     */
    public StreamPosition position() {
        return position;
    }

    /** Adds a listener, called after those added before. */
    public void listen(StreamListener listener) {
        listeners.add(listener);
    }

    /** Called by the committer alone. */
    void publish(List<Committed> batch) {
        for (var listener : listeners) {
            listener.committed(batch);
        }
        position = batch.getLast().last();
        for (var listener : listeners) {
            if (listener instanceof Published published) {
                published.visible(position);
            }
        }
    }

    /** A listener that is told once more when the position has become visible: what wakes readers must wait for that. */
    public interface Published extends StreamListener {

        /** Everything up to the position can be read now. */
        void visible(StreamPosition position);
    }
}
