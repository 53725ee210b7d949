package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.json.JsonObject;

/**
 * A user closes the account for ever.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3accountdeactivate">POST
 *     /account/deactivate</a>
 */
@Singleton
public final class DeactivateAccount {

    private final InteractiveAuth auth;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ThreepidStore threepids;
    private final RoomsOfUser rooms;
    private final Erasure erasure;
    private final RateLimiter limits;

    @Inject
    DeactivateAccount(
            InteractiveAuth auth,
            Accounts accounts,
            Sessions sessions,
            ThreepidStore threepids,
            RoomsOfUser rooms,
            Erasure erasure,
            RateLimiter limits) {
        this.auth = auth;
        this.accounts = accounts;
        this.sessions = sessions;
        this.threepids = threepids;
        this.rooms = rooms;
        this.erasure = erasure;
        this.limits = limits;
    }

    /**
     * Closes the account: nobody can log in to it again, its sessions end, its mail addresses are free, its user leaves all rooms, and when that is wanted
     * what the server keeps for the user is erased.
     *
     * @throws org.hirundo.domain.error.InteractiveAuthRequired when a stage is still to be done
     */
    public void deactivate(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SETTINGS);
        boolean erase = new Body(request).bool("erase").orElse(false);
        var user = requester.user();
        if (requester.kind() != Requester.Kind.APPSERVICE) {
            auth.authorise(new InteractiveAuth.Operation("deactivate", Optional.of(user), request, Flows.OF_PASSWORD));
        }
        accounts.change(user, account -> account.asDeactivated(erase));
        sessions.endAllBut(user, Set.of());
        threepids.removeAll(user);
        rooms.leaveAll(user);
        if (erase) {
            erasure.erase(user);
        }
    }
}
