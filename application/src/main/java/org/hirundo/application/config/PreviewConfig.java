package org.hirundo.application.config;

import java.time.Duration;
import java.util.List;
import org.hirundo.domain.preview.HostPattern;

/**
 * Previews of links.
 *
 * @param enabled whether they are made; default yes: links are looked at only when a client asks, which clients do not for
 *     encrypted rooms, nothing but public addresses is reached, and what one preview may cost is bounded
 * @param allowedHosts the hosts whose pages are previewed; by default all
 * @param deniedHosts the hosts whose pages are not; by default none
 * @param maxPageBytes how much of a page is read: what it says of itself is at its beginning; default 2 MiB
 * @param maxImageBytes the largest picture that is kept; default 5 MiB
 * @param patience how long one page or picture may take; default 10 s
 * @param lifetime how long a preview is shown before the page is looked at again; default one hour
 * @param keptFor how long a preview is kept for those who ask for one of that time, and its picture for those who saw it;
 *     default 30 days
 * @param languages the languages that pages are asked for, as in the header {@code Accept-Language}; default English
 */
public record PreviewConfig(
        boolean enabled,
        List<HostPattern> allowedHosts,
        List<HostPattern> deniedHosts,
        long maxPageBytes,
        long maxImageBytes,
        Duration patience,
        Duration lifetime,
        Duration keptFor,
        String languages) {

    /** What holds where nothing is configured. */
    public static final PreviewConfig DEFAULT = new PreviewConfig(
            true,
            List.of(),
            List.of(),
            2L << 20,
            5L << 20,
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            Duration.ofDays(30),
            "en");

    /** Copies the lists. */
    public PreviewConfig {
        allowedHosts = List.copyOf(allowedHosts);
        deniedHosts = List.copyOf(deniedHosts);
    }
}
