package org.hirundo.application.rendezvous;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What one device left for the other (MSC4388). */
@Singleton
public final class ReadRendezvous {

    private final RendezvousBoard board;

    @Inject
    ReadRendezvous(RendezvousBoard board) {
        this.board = board;
    }

    /**
     * What is there now.
     *
     * @param address where the request comes from
     * @throws org.hirundo.domain.error.NotFound when there is no such rendezvous, or no longer
     */
    public Rendezvous read(String address, String id) {
        board.admit(address);
        return board.find(id);
    }
}
