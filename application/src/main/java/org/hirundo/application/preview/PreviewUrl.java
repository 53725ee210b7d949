package org.hirundo.application.preview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.RemoteFailure;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.preview.WebAddress;

/**
 * A client wants to show what a link leads to.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediapreview_url">GET
 *     /media/preview_url</a>
 */
@Singleton
public final class PreviewUrl {

    private final LinkPolicy policy;
    private final Previews previews;
    private final RateLimiter limits;

    @Inject
    PreviewUrl(LinkPolicy policy, Previews previews, RateLimiter limits) {
        this.policy = policy;
        this.previews = previews;
        this.limits = limits;
    }

    /**
     * The Open Graph properties of what is linked, empty when it says nothing of itself.
     *
     * @param at the time whose preview is wanted, if there is still one; otherwise it is a newer one
     * @throws Forbidden when previews are switched off, or none are made of this address
     * @throws InvalidParam when the link leads nowhere on the web
     * @throws RemoteFailure when nothing can be read there
     * @throws IOException when a picture cannot be stored
     */
    public JsonObject preview(Requester requester, String link, Optional<Instant> at) throws IOException {
        requester.refuseGuest();
        policy.refuseWhenSwitchedOff();
        limits.spend(requester, Cost.PREVIEW);
        var address = WebAddress.parse(link)
                .orElseThrow(() -> new InvalidParam("The url begins with https:// or http:// and a host"));
        if (!policy.permits(address)) {
            throw new Forbidden("No previews are made of this address");
        }
        return previews.preview(address, at)
                .properties()
                .orElseThrow(() -> new RemoteFailure("Nothing can be read at this address"));
    }
}
