package org.hirundo.application.port.stream;

import java.util.List;

/** Where every durable change that clients must learn of is written. The other stores read what is written here. */
public interface StreamStore {

    /** The position of the last committed change, {@link StreamPosition#START} when there is none. */
    StreamPosition position();

    /**
     * Makes the changes durable in one transaction, in their order, and visible to later reads of every store of the
     * same storage.
     *
     * <p>Positions are assigned inside the transaction by advancing one counter: a {@link RoomCommit} gets one position
     * per event, every other change gets one. Consecutive changes get consecutive positions; there are no gaps.
     *
     * <p>Two kinds of change can be left out while the rest is committed, and take no position then: a room commit whose
     * {@link RoomCommit#basedOn()} is not the room's revision ({@link CommitOutcome.StaleHead}; also when an earlier
     * change of the same call moved the room, or was left out so that the expected revision was not reached, even if
     * somebody else's commit gave the room the same number),
     * and a change whose {@link ClientTransaction} is known already ({@link CommitOutcome.Repeated}), where the
     * transaction is looked at first.
     *
     * @return one outcome per change, in the order of the changes
     * @throws org.hirundo.application.port.StorageUnavailable when nothing was committed, or it is not known whether it was
     */
    List<CommitOutcome> commit(List<DurableChange> changes);
}
