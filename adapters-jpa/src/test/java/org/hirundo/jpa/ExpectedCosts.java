package org.hirundo.jpa;

import static org.hirundo.contract.story.HotCallsStory.HotCall.CLAIM;
import static org.hirundo.contract.story.HotCallsStory.HotCall.JOIN;
import static org.hirundo.contract.story.HotCallsStory.HotCall.LOAD;
import static org.hirundo.contract.story.HotCallsStory.HotCall.SEND;
import static org.hirundo.contract.story.HotCallsStory.HotCall.SYNC_NOTHING;
import static org.hirundo.contract.story.HotCallsStory.HotCall.SYNC_ONE_MESSAGE;

import java.util.Map;
import org.hirundo.contract.story.HotCallsStory.HotCall;
import org.hirundo.contract.story.Traffic.Cost;

/** What the hot calls cost, with whichever provider. A change of these numbers is a change of how fast the server is. */
final class ExpectedCosts {

    /**
     * A message: the position, the event, the client transaction, the room. A join: the profile and the memberships of who
     * joins are read; then the position, the event, the snapshot, the membership, the room, its public face. Keys: the oldest
     * ones are found and deleted. A sync asks how many keys are left.
     */
    static final Map<HotCall, Cost> USUAL = Map.of(
            SEND, new Cost(1, 4),
            SYNC_ONE_MESSAGE, new Cost(0, 1),
            SYNC_NOTHING, new Cost(0, 1),
            CLAIM, new Cost(1, 2),
            JOIN, new Cost(1, 8),
            LOAD, new Cost(0, 1));

    /** The same, but a position takes two statements, and a transaction two more for its beginning and its end. */
    static final Map<HotCall, Cost> MARIADB = Map.of(
            SEND, new Cost(1, 7),
            SYNC_ONE_MESSAGE, new Cost(0, 1),
            SYNC_NOTHING, new Cost(0, 1),
            CLAIM, new Cost(1, 4),
            JOIN, new Cost(1, 11),
            LOAD, new Cost(0, 1));

    private ExpectedCosts() {}
}
