package org.hirundo.application.rendezvous;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes away what devices left for each other (MSC4388). */
@Singleton
public final class CancelRendezvous {

    private final RendezvousBoard board;

    @Inject
    CancelRendezvous(RendezvousBoard board) {
        this.board = board;
    }

    /**
     * Takes it away.
     *
     * @param address where the request comes from
     * @throws org.hirundo.domain.error.NotFound when there is no such rendezvous, or no longer
     */
    public void cancel(String address, String id) {
        board.admit(address);
        board.remove(id);
    }
}
