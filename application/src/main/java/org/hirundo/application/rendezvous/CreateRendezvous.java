package org.hirundo.application.rendezvous;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;

/** Opens a place where two devices can meet (MSC4388). */
@Singleton
public final class CreateRendezvous {

    private final RendezvousBoard board;
    private final CheckRendezvous permission;

    @Inject
    CreateRendezvous(RendezvousBoard board, CheckRendezvous permission) {
        this.board = board;
        this.permission = permission;
    }

    /**
     * Opens it, with what the first device leaves there.
     *
     * @param requester empty when nobody in particular asks
     * @param address where the request comes from
     * @throws Forbidden when the requester may not
     * @throws org.hirundo.domain.error.LimitExceeded when too many devices meet already
     * @throws org.hirundo.domain.error.TooLarge when the data are
     */
    public Rendezvous create(Optional<Requester> requester, String address, String data) {
        if (!permission.mayCreate(requester, address)) {
            throw new Forbidden("Only users who are signed in can do this");
        }
        return board.create(data);
    }
}
