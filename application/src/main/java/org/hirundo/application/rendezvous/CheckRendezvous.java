package org.hirundo.application.rendezvous;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.RendezvousConfig;
import org.hirundo.application.config.RendezvousConfig.Access;
import org.hirundo.application.session.Requester;

/** Whether somebody may open a place where two devices can meet (MSC4388). */
@Singleton
public final class CheckRendezvous {

    private final RendezvousBoard board;
    private final RendezvousConfig config;

    @Inject
    CheckRendezvous(RendezvousBoard board, RendezvousConfig config) {
        this.board = board;
        this.config = config;
    }

    /**
     * Whether they may.
     *
     * @param requester empty when nobody in particular asks
     * @param address where the request comes from
     * @throws org.hirundo.domain.error.Unrecognized when devices cannot meet here at all
     */
    public boolean mayCreate(Optional<Requester> requester, String address) {
        board.admit(address);
        return config.access() == Access.OPEN
                || requester.filter(known -> !known.isGuest()).isPresent();
    }
}
