package org.hirundo.domain.state;

import java.util.List;

/**
 * Makes one state of several, as a room version defines it. The answer depends on neither the order of the states nor
 * that of their entries; the resolution of one state is that state.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#room-state-resolution">Room state resolution</a>
 */
public interface StateResolution {

    /** The algorithm of room version 1. */
    StateResolution V1 = new ResolutionV1();

    /** The algorithm of room versions 2 to 11. */
    StateResolution V2 = ResolutionV2.V2_0;

    /** The algorithm of room version 12, also called 2.1. */
    StateResolution V2_1 = ResolutionV2.V2_1;

    /**
     * The resolution of these states of one room.
     *
     * @param states the states after each of the previous events
     * @param events knows every event of the states and of their auth chains
     * @throws MissingEvents if it does not
     */
    StateMap resolve(List<StateMap> states, EventSource events);
}
