package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import org.hirundo.application.appservice.ServiceQueries;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.domain.error.InviteBlocked;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Whether users of this server let themselves be invited. Those whom an application service has not made yet, it may make.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#invite-permission">Invite permission</a>
 */
@Singleton
public final class InvitePermission {

    private static final String TYPE = "m.invite_permission_config";

    private final AccountDataStore accountData;
    private final ServiceQueries services;
    private final Identity identity;

    @Inject
    public InvitePermission(AccountDataStore accountData, ServiceQueries services, Identity identity) {
        this.accountData = accountData;
        this.services = services;
        this.identity = identity;
    }

    /**
     * Refuses to invite who does not want it. Users of other servers are asked there.
     *
     * @throws InviteBlocked when one of them blocks all invites
     */
    public void check(Collection<UserId> invitees) {
        for (var invitee : invitees) {
            if (invitee.isLocalTo(identity.server())) {
                services.seek(invitee);
                if (blocks(invitee)) {
                    throw new InviteBlocked(invitee + " does not accept invites");
                }
            }
        }
    }

    private boolean blocks(UserId user) {
        return accountData
                .find(user, Optional.empty(), TYPE)
                .orElse(JsonObject.EMPTY)
                .string("default_action")
                .filter("block"::equals)
                .isPresent();
    }
}
