package org.hirundo.application.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.sync.SyncAnswer.DeviceLists;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.thread.ThreadChanges;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.StickyPlace;

/**
 * What happened on a connection of sliding sync since its position.
 *
 * @param pos the position to come back with
 * @param lists how many rooms belong to each list, in its ranges or not
 * @param rooms the rooms that the client does not know yet or in which something changed
 */
public record SlidingAnswer(String pos, Map<String, Integer> lists, Map<RoomId, Room> rooms, Extensions extensions) {

    /**
     * What is told of a room; what is empty did not change, or is not there when the room is told for the first time.
     *
     * @param initial whether this replaces all that the client may know of the room
     * @param expandedTimeline whether there are events that the client may have because it wants more than before
     * @param lists the lists that show the room
     * @param name the name, or null when it was taken away
     * @param avatar the avatar, or null when it was taken away
     * @param timeline the newest events; empty for rooms that the user never was in
     * @param live how many of the last of these events happened since the last answer
     * @param removedState state that is there no more
     * @param bumpStamp the position of the last proper activity
     * @param stripped what is shown of a room that the user is invited to or knocks at
     */
    public record Room(
            boolean initial,
            boolean expandedTimeline,
            Membership membership,
            Set<String> lists,
            Optional<JsonValue> name,
            Optional<JsonValue> avatar,
            Optional<Members> members,
            Optional<RoomUnread.Count> unread,
            Optional<Boolean> direct,
            Optional<StreamPosition> bumpStamp,
            List<ClientEvent> requiredState,
            Set<StateTuple> removedState,
            Optional<Timeline> timeline,
            int live,
            Optional<StrippedRoom> stripped) {}

    /** How many members a room has, and of whom a client makes a name for it; no heroes for a room with a name. */
    public record Members(List<Hero> heroes, int joined, int invited) {}

    /** A member with what their membership event shows of them. */
    public record Hero(UserId user, Optional<String> displayName, Optional<String> avatarUrl) {}

    /** What the extensions tell; those that are not enabled are empty. Receipts and typing are contents by room. */
    public record Extensions(
            Optional<Inbox> toDevice,
            Optional<Devices> e2ee,
            Optional<AccountData> accountData,
            Optional<Map<RoomId, JsonObject>> receipts,
            Optional<Map<RoomId, JsonObject>> typing,
            Optional<Threads> threads,
            Optional<Sticky> sticky) {

        boolean isNews() {
            return toDevice.filter(inbox -> !inbox.messages().isEmpty()).isPresent()
                    || e2ee.filter(devices -> !devices.lists().isEmpty()).isPresent()
                    || accountData.filter(data -> !data.isEmpty()).isPresent()
                    || receipts.filter(rooms -> !rooms.isEmpty()).isPresent()
                    || typing.filter(rooms -> !rooms.isEmpty()).isPresent()
                    || threads.filter(told -> !told.changes().isEmpty()).isPresent()
                    || sticky.filter(told -> !told.rooms().isEmpty()).isPresent();
        }
    }

    /** Sticky events that are in none of the timelines, and what the client says once it has them. */
    public record Sticky(Map<RoomId, List<ClientEvent>> rooms, StickyPlace nextBatch) {}

    /** Changes of subscriptions to threads, and what the client calls the extension. */
    public record Threads(String name, ThreadChanges changes) {}

    /** Messages to the device, and what it says once it has them. */
    public record Inbox(List<ToDeviceSend.Message> messages, StreamPosition nextBatch) {}

    /** Whose devices changed, and what is left of the device's keys. */
    public record Devices(DeviceLists lists, KeyCounts keyCounts) {}

    /** Account data that changed. */
    public record AccountData(List<Typed> global, Map<RoomId, List<Typed>> rooms) {

        boolean isEmpty() {
            return global.isEmpty() && rooms.isEmpty();
        }
    }

    boolean isNews() {
        return !rooms.isEmpty() || extensions.isNews();
    }
}
