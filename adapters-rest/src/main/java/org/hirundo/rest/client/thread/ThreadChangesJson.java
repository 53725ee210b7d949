package org.hirundo.rest.client.thread;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.application.thread.ThreadChanges;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;

/** Changes of subscriptions as clients are told of them, by sliding sync and by its companion endpoint. */
public final class ThreadChangesJson {

    private ThreadChangesJson() {}

    /**
     * The changes as JSON.
     *
     * @param end what the token is called that leads to further changes
     */
    public static JsonObject of(ThreadChanges changes, String end) {
        var subscribed = new LinkedHashMap<RoomId, JsonObject.Builder>();
        var unsubscribed = new LinkedHashMap<RoomId, JsonObject.Builder>();
        for (var entry : changes.entries()) {
            switch (entry.subscription()) {
                case MANUAL, AUTOMATIC -> put(subscribed, entry, subscription(entry));
                case NONE -> put(unsubscribed, entry, bumpStamp(entry).build());
            }
        }
        var json = JsonObject.builder();
        put(json, "subscribed", subscribed);
        put(json, "unsubscribed", unsubscribed);
        return json.putIfPresent(end, changes.end()).build();
    }

    private static JsonObject subscription(Entry entry) {
        return bumpStamp(entry)
                .put("automatic", entry.subscription() == Subscription.AUTOMATIC)
                .build();
    }

    private static JsonObject.Builder bumpStamp(Entry entry) {
        return JsonObject.builder().put("bump_stamp", entry.position().value());
    }

    private static void put(Map<RoomId, JsonObject.Builder> rooms, Entry entry, JsonObject thread) {
        rooms.computeIfAbsent(entry.room(), room -> JsonObject.builder())
                .put(entry.root().value(), thread);
    }

    private static void put(JsonObject.Builder json, String name, Map<RoomId, JsonObject.Builder> rooms) {
        if (!rooms.isEmpty()) {
            var byRoom = JsonObject.builder();
            rooms.forEach((room, threads) -> byRoom.put(room.value(), threads.build()));
            json.put(name, byRoom.build());
        }
    }
}
