package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.appservice.ServiceQueries;
import org.hirundo.application.config.Identity;
import org.hirundo.domain.accountdata.InviteRules.Treatment;
import org.hirundo.domain.error.InviteBlocked;
import org.hirundo.domain.id.UserId;

/**
 * Whose invites users of this server let themselves be given, and of whose they want to hear. What the server itself has to say
 * comes through always.
 * Users whom an application service has not made yet, it may make.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#invite-permission">Invite permission</a>
 */
@Singleton
public final class InvitePermission {

    private final UserSettings settings;
    private final ServiceQueries services;
    private final Identity identity;

    @Inject
    public InvitePermission(UserSettings settings, ServiceQueries services, Identity identity) {
        this.settings = settings;
        this.services = services;
        this.identity = identity;
    }

    /**
     * Refuses to invite who does not want it. Users of other servers are asked there.
     *
     * @throws InviteBlocked when one of them blocks invites by the inviter
     */
    public void check(UserId inviter, Collection<UserId> invitees) {
        for (var invitee : invitees) {
            if (invitee.isLocalTo(identity.server())) {
                services.seek(invitee);
            }
            if (treatment(inviter, invitee) == Treatment.BLOCK) {
                throw new InviteBlocked(invitee + " does not accept invites");
            }
        }
    }

    /**
     * Whether a user who was invited is told so. Invites that the user would block now are among those that are hidden: they came
     * before the rule.
     */
    public boolean isHeard(UserId inviter, UserId invitee) {
        return treatment(inviter, invitee) == Treatment.ALLOW;
    }

    /** Whether the user is told of every invite, whoever it is by. */
    public boolean hearsAll(UserId user) {
        return settings.invites(user).allowAll();
    }

    private Treatment treatment(UserId inviter, UserId invitee) {
        boolean asked = invitee.isLocalTo(identity.server()) && !inviter.equals(identity.noticesUser());
        return asked ? settings.invites(invitee).treat(inviter) : Treatment.ALLOW;
    }
}
