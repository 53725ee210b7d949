package org.hirundo.application.port.preview;

import java.net.URI;
import java.util.function.Predicate;

/** Reads what links lead to. */
public interface LinkReader {

    /**
     * Reads what is at an address, in a bounded time and with a bounded amount of memory.
     *
     * @param permits whether an address may be called; asked for this one and for each that it leads to
     * @throws UnreadableLink when nothing of use is answered, the address or one that it leads to is not permitted or not on
     *     the Internet, or what is there is too large
     */
    Linked read(URI address, Predicate<URI> permits) throws UnreadableLink;
}
