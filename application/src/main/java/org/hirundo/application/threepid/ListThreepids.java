package org.hirundo.application.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.session.Requester;

/**
 * The third-party identifiers of an account.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3account3pid">GET /account/3pid</a>
 */
@Singleton
public final class ListThreepids {

    private final ThreepidStore threepids;

    @Inject
    public ListThreepids(ThreepidStore threepids) {
        this.threepids = threepids;
    }

    /** Those of the requester. */
    public List<Threepid> list(Requester requester) {
        requester.refuseGuest();
        return threepids.of(requester.user());
    }
}
