package org.hirundo.application.rendezvous;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Leaves something for the other device (MSC4388). */
@Singleton
public final class SendToRendezvous {

    private final RendezvousBoard board;

    @Inject
    SendToRendezvous(RendezvousBoard board) {
        this.board = board;
    }

    /**
     * Leaves the data in place of what is there. A repeat of the same changes nothing.
     *
     * @param address where the request comes from
     * @param seen the sequence token of what the device saw there last
     * @throws org.hirundo.domain.error.NotFound when there is no such rendezvous, or no longer
     * @throws org.hirundo.domain.error.ConcurrentWrite when there is something else by now
     * @throws org.hirundo.domain.error.TooLarge when the data are
     */
    public Rendezvous send(String address, String id, String seen, String data) {
        board.admit(address);
        return board.replace(id, seen, data);
    }
}
