package org.hirundo.domain.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hirundo.domain.event.Event;

/** The order of room version 1: "ascending {@code depth} then descending {@code sha1(event_id)}". */
final class DepthOrder {

    private record Keyed(Event event, byte[] sha1) {}

    private static final Comparator<byte[]> DESCENDING = (one, other) -> Arrays.compareUnsigned(other, one);

    private static final Comparator<Keyed> ORDER =
            Comparator.<Keyed>comparingLong(keyed -> keyed.event().depth()).thenComparing(Keyed::sha1, DESCENDING);

    private DepthOrder() {}

    /** The events in this order. */
    static List<Event> sort(Collection<Event> events) {
        return events.stream()
                .map(event -> new Keyed(event, sha1(event.id().value())))
                .sorted(ORDER)
                .map(Keyed::event)
                .toList();
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-1", impossible);
        }
    }
}
