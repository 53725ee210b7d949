package org.hirundo.rest.client.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hirundo.application.sync.SlidingAnswer;
import org.hirundo.application.sync.SlidingAnswer.AccountData;
import org.hirundo.application.sync.SlidingAnswer.Devices;
import org.hirundo.application.sync.SlidingAnswer.Inbox;
import org.hirundo.application.sync.SlidingAnswer.Members;
import org.hirundo.application.sync.SlidingAnswer.Room;
import org.hirundo.application.sync.SlidingAnswer.Sticky;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.domain.sync.SlidingExtensions;
import org.hirundo.domain.sync.SlidingForm;
import org.hirundo.rest.client.thread.ThreadChangesJson;

/** Writes the answer of sliding sync; events go in as the bytes they were written as once. */
final class SlidingSyncWriter {

    private final JsonWriter json = new JsonWriter(4096);
    private final SlidingForm form;

    private SlidingSyncWriter(SlidingForm form) {
        this.form = form;
    }

    /** The answer as JSON, in the form in which the client asked. */
    static JsonWriter write(SlidingAnswer answer, SlidingForm form) {
        var writer = new SlidingSyncWriter(form);
        writer.write(answer);
        return writer.json;
    }

    private void write(SlidingAnswer answer) {
        json.beginObject().name("pos").value(answer.pos());
        json.name("lists").beginObject();
        answer.lists()
                .forEach((name, count) ->
                        json.name(name).beginObject().name("count").value(count).endObject());
        json.endObject();
        json.name("rooms").beginObject();
        answer.rooms().forEach((id, room) -> {
            json.name(id.toString()).beginObject();
            room(room);
            json.endObject();
        });
        json.endObject();
        extensions(answer.extensions());
        json.endObject();
    }

    private void room(Room room) {
        if (room.initial()) {
            json.name("initial").value(true);
        }
        if (room.expandedTimeline()) {
            json.name(named("unstable_expanded_timeline", "expanded_timeline")).value(true);
        }
        json.name("membership").value(room.membership().wireName());
        if (!room.lists().isEmpty()) {
            json.name("lists").beginArray();
            room.lists().forEach(json::value);
            json.endArray();
        }
        room.name().ifPresent(name -> json.name("name").value(name));
        room.avatar().ifPresent(avatar -> json.name("avatar").value(avatar));
        room.members().ifPresent(this::members);
        room.unread().ifPresent(unread -> json.name("notification_count")
                .value(unread.notifications())
                .name("highlight_count")
                .value(unread.highlights()));
        room.direct().ifPresent(direct -> json.name("is_dm").value(direct));
        room.bumpStamp().ifPresent(stamp -> json.name("bump_stamp").value(stamp.value()));
        if (!room.requiredState().isEmpty() || !room.removedState().isEmpty()) {
            state(room);
        }
        room.timeline().ifPresent(timeline -> timeline(timeline, room.live()));
        room.stripped().ifPresent(stripped -> {
            json.name(named("invite_state", "stripped_state")).beginArray();
            stripped.events().forEach(json::value);
            json.endArray();
        });
    }

    private String named(String deployed, String accepted) {
        return form == SlidingForm.DEPLOYED ? deployed : accepted;
    }

    private void members(Members members) {
        if (!members.heroes().isEmpty()) {
            json.name("heroes").beginArray();
            for (var hero : members.heroes()) {
                json.beginObject().name("user_id").value(hero.user().toString());
                hero.displayName().ifPresent(name -> json.name("displayname").value(name));
                hero.avatarUrl().ifPresent(url -> json.name("avatar_url").value(url));
                json.endObject();
            }
            json.endArray();
        }
        json.name("joined_count").value(members.joined());
        json.name("invited_count").value(members.invited());
    }

    private void state(Room room) {
        json.name("required_state").beginArray();
        events(room.requiredState());
        // Clients of the deployed form take every element for an event.
        if (form == SlidingForm.ACCEPTED) {
            room.removedState().forEach(tuple -> json.beginObject()
                    .name("type")
                    .value(tuple.type().value())
                    .name("state_key")
                    .value(tuple.stateKey())
                    .endObject());
        }
        json.endArray();
    }

    private void timeline(Timeline timeline, int live) {
        json.name("timeline").beginArray();
        events(timeline.events());
        json.endArray();
        json.name("limited").value(timeline.limited());
        timeline.prevBatch().ifPresent(token -> json.name("prev_batch").value(token));
        json.name("num_live").value(live);
    }

    private void events(Collection<ClientEvent> events) {
        events.forEach(event -> json.raw(event.bytesWithoutRoom()));
    }

    private void extensions(SlidingAnswer.Extensions extensions) {
        json.name("extensions").beginObject();
        extensions.toDevice().ifPresent(this::toDevice);
        extensions.e2ee().ifPresent(this::e2ee);
        extensions.accountData().ifPresent(this::accountData);
        extensions.receipts().ifPresent(rooms -> byRoom("receipts", "m.receipt", rooms));
        extensions.typing().ifPresent(rooms -> byRoom("typing", "m.typing", rooms));
        extensions.threads().ifPresent(threads -> json.name(threads.name())
                .value(ThreadChangesJson.of(threads.changes(), "prev_batch")));
        extensions.sticky().ifPresent(this::sticky);
        json.endObject();
    }

    private void sticky(Sticky sticky) {
        json.name(SlidingExtensions.STICKY_EVENTS)
                .beginObject()
                .name("next_batch")
                .value(sticky.nextBatch().toString())
                .name("rooms")
                .beginObject();
        sticky.rooms().forEach((room, events) -> {
            json.name(room.toString()).beginObject().name("events").beginArray();
            events(events);
            json.endArray().endObject();
        });
        json.endObject().endObject();
    }

    private void toDevice(Inbox inbox) {
        json.name("to_device")
                .beginObject()
                .name("next_batch")
                .value(Long.toString(inbox.nextBatch().value()));
        json.name("events").beginArray();
        DeviceParts.messages(json, inbox.messages());
        json.endArray().endObject();
    }

    private void e2ee(Devices devices) {
        json.name("e2ee").beginObject();
        DeviceParts.lists(json, devices.lists());
        DeviceParts.keyCounts(json, devices.keyCounts());
        json.endObject();
    }

    private void accountData(AccountData data) {
        json.name("account_data").beginObject().name("global").beginArray();
        data.global().forEach(this::typed);
        json.endArray().name("rooms").beginObject();
        data.rooms().forEach(this::accountData);
        json.endObject().endObject();
    }

    private void accountData(RoomId room, List<Typed> events) {
        json.name(room.toString()).beginArray();
        events.forEach(this::typed);
        json.endArray();
    }

    private void byRoom(String extension, String type, Map<RoomId, JsonObject> contents) {
        json.name(extension).beginObject().name("rooms").beginObject();
        contents.forEach((room, content) -> {
            json.name(room.toString());
            typed(new Typed(type, content));
        });
        json.endObject().endObject();
    }

    private void typed(Typed event) {
        json.beginObject()
                .name("type")
                .value(event.type())
                .name("content")
                .value(event.content())
                .endObject();
    }
}
