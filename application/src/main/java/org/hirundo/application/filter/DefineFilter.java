package org.hirundo.application.filter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.sync.Filter;

/**
 * A client uploads a filter, to name it later.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3useruseridfilter">POST
 *     /user/{userId}/filter</a>
 */
@Singleton
public final class DefineFilter {

    private static final int MAX_BYTES = 64 * 1024;

    private final FilterStore store;
    private final RateLimiter limits;

    @Inject
    public DefineFilter(FilterStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Keeps the filter.
     *
     * @return its id
     * @throws org.hirundo.domain.error.Forbidden when it is said to be another user's
     * @throws org.hirundo.domain.error.BadJson when it is no filter
     * @throws TooLarge when it is too large to be one that somebody needs
     */
    public String define(Requester requester, UserId user, JsonObject filter) {
        requester.refuseUnlessSelf(user);
        Filter.parse(filter);
        if (CanonicalJson.lenient().bytes(filter).length > MAX_BYTES) {
            throw new TooLarge("A filter has at most " + MAX_BYTES + " bytes");
        }
        limits.spend(requester, Cost.SETTINGS);
        return store.save(user, filter);
    }
}
