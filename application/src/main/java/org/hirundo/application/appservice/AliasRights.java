package org.hirundo.application.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.id.RoomAlias;

/**
 * Whose aliases belong to application services.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#server-admin-style-permissions">Server admin style
 *     permissions</a>
 */
@Singleton
public final class AliasRights {

    private final Appservices services;

    @Inject
    public AliasRights(Appservices services) {
        this.services = services;
    }

    /**
     * Refuses who may not have to do with the alias, whatever the room.
     *
     * @throws Exclusive when an application service has the alias for itself, or a service asks for one that is not its own
     */
    public void check(Requester requester, RoomAlias alias) {
        if (services.isReserved(alias, requester.service())) {
            throw new Exclusive("The alias is reserved by an application service");
        }
        if (requester.askingService().isPresent() && !controls(requester, alias)) {
            throw new Exclusive("The alias is in no namespace of the application service");
        }
    }

    /** Whether a service asks for an alias of its own, which it may manage in any room. */
    public boolean controls(Requester requester, RoomAlias alias) {
        return requester
                .askingService()
                .filter(service -> service.covers(alias))
                .isPresent();
    }
}
