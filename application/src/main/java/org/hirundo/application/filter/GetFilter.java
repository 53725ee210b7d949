package org.hirundo.application.filter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A filter that was uploaded.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3useruseridfilterfilterid">GET
 *     /user/{userId}/filter/{filterId}</a>
 */
@Singleton
public final class GetFilter {

    private final FilterStore store;

    @Inject
    public GetFilter(FilterStore store) {
        this.store = store;
    }

    /**
     * The filter as it was uploaded.
     *
     * @throws NotFound when the user has none of this id
     * @throws org.hirundo.domain.error.Forbidden when it is another user's
     */
    public JsonObject get(Requester requester, UserId user, String id) {
        requester.refuseUnlessSelf(user);
        return store.find(user, id).orElseThrow(() -> new NotFound("No such filter"));
    }
}
