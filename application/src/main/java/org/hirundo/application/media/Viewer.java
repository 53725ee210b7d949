package org.hirundo.application.media;

import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.session.Requester;

/**
 * Who reads media.
 *
 * @param requester empty on the old paths, which ask for no access token
 */
public record Viewer(Optional<Requester> requester, String address) {

    /** Whether the viewer came on one of the old paths. */
    boolean isUnauthenticated() {
        return requester.isEmpty();
    }

    void spend(RateLimiter limits) {
        requester.ifPresentOrElse(
                known -> limits.spend(known, Cost.MEDIA_DOWNLOAD),
                () -> limits.spendFrom(address, Cost.MEDIA_DOWNLOAD));
    }
}
