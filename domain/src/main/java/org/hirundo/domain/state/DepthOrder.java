package org.hirundo.domain.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.hirundo.domain.event.Event;

/** The order of room version 1: "ascending {@code depth} then descending {@code sha1(event_id)}". */
final class DepthOrder {

    private record Keyed(Event event, String sha1) {}

    private static final Comparator<Keyed> ORDER = Comparator.<Keyed>comparingLong(
                    keyed -> keyed.event().depth())
            .thenComparing(Keyed::sha1, Comparator.reverseOrder());

    private DepthOrder() {}

    /** The events in this order. */
    static List<Event> sort(Collection<Event> events) {
        return events.stream()
                .map(event -> new Keyed(event, sha1(event.id().value())))
                .sorted(ORDER)
                .map(Keyed::event)
                .toList();
    }

    /** In hexadecimal, which has the order of the bytes. */
    private static String sha1(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-1", impossible);
        }
    }
}
