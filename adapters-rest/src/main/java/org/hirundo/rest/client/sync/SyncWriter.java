package org.hirundo.rest.client.sync;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncAnswer.JoinedRoom;
import org.hirundo.application.sync.SyncAnswer.LeftRoom;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.sync.SyncRequest;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.domain.sync.Filter;

/** Writes the answer of {@code /sync}; events go in as the bytes they were written as once. */
final class SyncWriter {

    private final JsonWriter json = new JsonWriter(4096);
    private final Filter filter;
    private final String stateName;
    private final boolean threads;

    private SyncWriter(SyncRequest request, boolean unstable) {
        filter = request.filter();
        stateName = !request.stateAfter() ? "state" : unstable ? "org.matrix.msc4222.state_after" : "state_after";
        threads = filter.room().unreadThreadNotifications();
    }

    /**
     * The answer as JSON.
     *
     * @param unstable whether the client asked for the state after the timeline by its unstable name
     */
    static JsonWriter write(SyncAnswer answer, SyncRequest request, boolean unstable) {
        var writer = new SyncWriter(request, unstable);
        writer.write(answer);
        return writer.json;
    }

    private void write(SyncAnswer answer) {
        json.beginObject().name("next_batch").value(answer.nextBatch().toString());
        typed("account_data", answer.accountData());
        if (!answer.presence().isEmpty()) {
            json.name("presence").beginObject().name("events").beginArray();
            answer.presence().forEach(json::value);
            json.endArray().endObject();
        }
        toDevice(answer);
        DeviceParts.lists(json, answer.deviceLists());
        DeviceParts.keyCounts(json, answer.keyCounts());
        rooms(answer.rooms());
        json.endObject();
    }

    private void toDevice(SyncAnswer answer) {
        if (answer.toDevice().isEmpty()) {
            return;
        }
        json.name("to_device").beginObject().name("events").beginArray();
        DeviceParts.messages(json, answer.toDevice());
        json.endArray().endObject();
    }

    private void rooms(SyncAnswer.Rooms rooms) {
        json.name("rooms").beginObject();
        section("join", rooms.joined(), this::joined);
        section("invite", rooms.invited(), room -> stripped("invite_state", room));
        section("knock", rooms.knocked(), room -> stripped("knock_state", room));
        section("leave", rooms.left(), this::left);
        json.endObject();
    }

    private <T> void section(String name, Map<RoomId, T> rooms, Consumer<T> writer) {
        if (rooms.isEmpty()) {
            return;
        }
        json.name(name).beginObject();
        rooms.forEach((id, room) -> {
            json.name(id.toString()).beginObject();
            writer.accept(room);
            json.endObject();
        });
        json.endObject();
    }

    private void joined(JoinedRoom room) {
        timeline(room.timeline());
        if (!room.sticky().isEmpty()) {
            json.name("msc4354_sticky").beginObject();
            events(room.sticky());
            json.endObject();
        }
        state(room.state());
        typed("ephemeral", room.ephemeral());
        // Written when it is empty, too: clients look for the section to see that nothing is left of what they deleted.
        section("account_data", room.accountData());
        json.name("summary").beginObject();
        room.summary().ifPresent(summary -> {
            if (!summary.heroes().isEmpty()) {
                DeviceParts.users(json, "m.heroes", summary.heroes());
            }
            json.name("m.joined_member_count").value(summary.joined());
            json.name("m.invited_member_count").value(summary.invited());
        });
        json.endObject();
        unread(room.unread());
    }

    private void unread(RoomUnread unread) {
        count("unread_notifications", threads ? unread.main() : unread.total());
        if (threads && !unread.threads().isEmpty()) {
            json.name("unread_thread_notifications").beginObject();
            unread.threads().forEach((root, counts) -> count(root.toString(), counts));
            json.endObject();
        }
    }

    private void count(String name, RoomUnread.Count count) {
        json.name(name)
                .beginObject()
                .name("notification_count")
                .value(count.notifications())
                .name("highlight_count")
                .value(count.highlights())
                .endObject();
    }

    private void left(LeftRoom room) {
        timeline(room.timeline());
        state(room.state());
        typed("account_data", room.accountData());
    }

    private void stripped(String name, StrippedRoom room) {
        json.name(name).beginObject().name("events").beginArray();
        room.events().forEach(json::value);
        json.endArray().endObject();
    }

    private void timeline(Timeline timeline) {
        json.name("timeline").beginObject();
        events(timeline.events());
        json.name("limited").value(timeline.limited());
        timeline.prevBatch().ifPresent(token -> json.name("prev_batch").value(token));
        json.endObject();
    }

    private void state(Collection<ClientEvent> events) {
        json.name(stateName).beginObject();
        events(events);
        json.endObject();
    }

    private void events(Collection<ClientEvent> events) {
        json.name("events").beginArray();
        for (var event : events) {
            if (filter.eventFormat() == Filter.Format.FEDERATION) {
                json.value(event.event().json());
            } else if (filter.eventFields().isAll()) {
                json.raw(event.bytesWithoutRoom());
            } else {
                json.value(filter.eventFields().of(event.jsonWithoutRoom()));
            }
        }
        json.endArray();
    }

    private void typed(String name, Collection<Typed> events) {
        if (!events.isEmpty()) {
            section(name, events);
        }
    }

    private void section(String name, Collection<Typed> events) {
        json.name(name).beginObject().name("events").beginArray();
        for (var event : events) {
            json.beginObject()
                    .name("type")
                    .value(event.type())
                    .name("content")
                    .value(event.content())
                    .endObject();
        }
        json.endArray().endObject();
    }
}
