package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.session.Requester;

/**
 * A user looks which pushers there are.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3pushers">GET /pushers</a>
 */
@Singleton
public final class ListPushers {

    private final PushStore store;

    @Inject
    ListPushers(PushStore store) {
        this.store = store;
    }

    /** The user's pushers, whichever device set them. */
    public List<Pusher> list(Requester requester) {
        requester.refuseGuest();
        return store.of(Set.of(requester.user())).getOrDefault(requester.user(), List.of());
    }
}
