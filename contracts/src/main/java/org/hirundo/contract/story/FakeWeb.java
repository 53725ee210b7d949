package org.hirundo.contract.story;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.hirundo.application.port.preview.LinkReader;
import org.hirundo.application.port.preview.Linked;
import org.hirundo.application.port.preview.UnreadableLink;

/** A web with what a story puts there, which writes down what is read. */
final class FakeWeb implements LinkReader {

    private final Map<URI, Linked> pages = new ConcurrentHashMap<>();
    private final List<URI> reads = new CopyOnWriteArrayList<>();

    @Override
    public Linked read(URI address, Predicate<URI> permits) throws UnreadableLink {
        reads.add(address);
        var linked = pages.get(address);
        if (linked == null || !permits.test(address)) {
            throw new UnreadableLink("The story has nothing at " + address);
        }
        return linked;
    }

    /** Puts something there. */
    void has(String address, Linked linked) {
        pages.put(URI.create(address), linked);
    }

    /** What was read, in order. */
    List<String> reads() {
        return reads.stream().map(URI::toString).toList();
    }
}
