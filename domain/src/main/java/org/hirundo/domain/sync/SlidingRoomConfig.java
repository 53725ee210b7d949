package org.hirundo.domain.sync;

/**
 * What a client of sliding sync wants of a room.
 *
 * @param timelineLimit how many events of the timeline at most
 */
public record SlidingRoomConfig(int timelineLimit, RequiredState requiredState) {

    /** What this or the other wants. */
    public SlidingRoomConfig with(SlidingRoomConfig other) {
        return new SlidingRoomConfig(
                Math.max(timelineLimit, other.timelineLimit), requiredState.with(other.requiredState));
    }
}
