package org.hirundo.application.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * What happened since the token of the request.
 *
 * @param keyCounts what is left of the device's keys; told in every answer, so that client and server agree
 */
public record SyncAnswer(
        SyncToken nextBatch,
        Rooms rooms,
        List<Typed> accountData,
        List<JsonObject> presence,
        List<ToDeviceSend.Message> toDevice,
        DeviceLists deviceLists,
        KeyCounts keyCounts) {

    /** Account data or an ephemeral event: a type and a content. */
    public record Typed(String type, JsonObject content) {}

    /** Whose devices changed, and with whom no room is shared any more. */
    public record DeviceLists(Set<UserId> changed, Set<UserId> left) {

        /** Nobody's. */
        public static final DeviceLists NONE = new DeviceLists(Set.of(), Set.of());

        boolean isEmpty() {
            return changed.isEmpty() && left.isEmpty();
        }
    }

    /** The rooms in which something happened. */
    public record Rooms(
            Map<RoomId, JoinedRoom> joined,
            Map<RoomId, StrippedRoom> invited,
            Map<RoomId, StrippedRoom> knocked,
            Map<RoomId, LeftRoom> left) {

        boolean isEmpty() {
            return joined.isEmpty() && invited.isEmpty() && knocked.isEmpty() && left.isEmpty();
        }
    }

    /**
     * A part of a room's timeline.
     *
     * @param limited whether events between the token and the first of these were left out
     * @param prevBatch where {@code /messages} goes on backwards; empty when there are no events
     */
    public record Timeline(List<ClientEvent> events, boolean limited, Optional<String> prevBatch) {

        boolean isEmpty() {
            return events.isEmpty() && !limited;
        }
    }

    /** What a client makes a name of, for a room that has none, and how many members there are. */
    public record MemberSummary(List<UserId> heroes, int joined, int invited) {}

    /**
     * A room the user is in.
     *
     * @param sticky sticky events that are not in the timeline (MSC4354)
     * @param summary there when it may have changed
     */
    public record JoinedRoom(
            Timeline timeline,
            List<ClientEvent> sticky,
            List<ClientEvent> state,
            List<Typed> ephemeral,
            List<Typed> accountData,
            Optional<MemberSummary> summary,
            RoomUnread unread) {}

    /** A room the user was invited to or knocks at: events with type, state key, sender and content only. */
    public record StrippedRoom(List<JsonObject> events) {}

    /** A room the user left. */
    public record LeftRoom(Timeline timeline, List<ClientEvent> state, List<Typed> accountData) {}

    /** The event ids of the thread roots with unread events are the keys of {@link RoomUnread#threads()}. */
    boolean isNews() {
        return !rooms.isEmpty()
                || !accountData.isEmpty()
                || !presence.isEmpty()
                || !toDevice.isEmpty()
                || !deviceLists.isEmpty();
    }
}
