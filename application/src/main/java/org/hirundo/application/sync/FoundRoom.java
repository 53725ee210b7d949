package org.hirundo.application.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.sync.SlidingAnswer.Members;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonValue;

/**
 * What happened in the timeline and the state of a room that the user is or was in.
 *
 * @param upTo up to where the client knows what happened once it has this
 * @param state the snapshot of the state then
 * @param newest how many of the room's newest events it has then, without a gap; without bound when it has all
 * @param memberEvents the memberships it has then
 */
record FoundRoom(
        RoomId room,
        boolean initial,
        boolean expanded,
        StreamPosition upTo,
        EventId state,
        int newest,
        Timeline timeline,
        int live,
        List<ClientEvent> requiredState,
        Set<StateTuple> removedState,
        Map<UserId, EventId> memberEvents,
        Optional<JsonValue> name,
        Optional<JsonValue> avatar,
        Optional<Members> members,
        Optional<StreamPosition> bumpStamp) {

    /** Whether the client is to be told: not when it may see nothing of what happened. */
    boolean isNews() {
        return initial
                || !timeline.isEmpty()
                || !requiredState.isEmpty()
                || !removedState.isEmpty()
                || name.isPresent()
                || avatar.isPresent()
                || members.isPresent();
    }
}
