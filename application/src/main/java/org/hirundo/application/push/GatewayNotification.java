package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Optional;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushContext;
import org.hirundo.domain.room.Membership;

/**
 * Writes what push gateways are told.
 *
 * @see <a href="https://spec.matrix.org/v1.19/push-gateway-api/#post_matrixpushv1notify">POST /notify</a>
 */
@Singleton
final class GatewayNotification {

    private final PushConfig config;
    private final MembershipStore memberships;
    private final UnreadCounts unread;
    private final PushContexts contexts;
    private final RoomHeads rooms;
    private final Stream stream;

    @Inject
    GatewayNotification(
            PushConfig config,
            MembershipStore memberships,
            UnreadCounts unread,
            PushContexts contexts,
            RoomHeads rooms,
            Stream stream) {
        this.config = config;
        this.memberships = memberships;
        this.unread = unread;
        this.contexts = contexts;
        this.rooms = rooms;
        this.stream = stream;
    }

    /** The number on the icon of the user's app: what is not read, and invitations that wait for an answer. */
    int badge(UserId user) {
        var joined = new HashMap<RoomId, RoomMembership>();
        int invited = 0;
        for (var membership : memberships.roomsOf(user).values()) {
            switch (membership.membership()) {
                case JOIN -> joined.put(membership.room(), membership);
                case INVITE -> invited++;
                case LEAVE, BAN, KNOCK -> {}
            }
        }
        int count = invited;
        for (var room : unread.of(user, joined, stream.position()).values()) {
            int messages = room.total().notifications();
            count += switch (config.badge()) {
                case MESSAGES -> messages;
                case ROOMS -> Math.min(messages, 1);
            };
        }
        return count;
    }

    /** That the number on the icon is another one now. */
    JsonObject ofBadge(Pusher pusher, int badge) {
        var notification = JsonObject.builder().put("devices", JsonArray.of(device(pusher, JsonObject.EMPTY)));
        count(notification, pusher, badge);
        return JsonObject.of("notification", notification.build());
    }

    /** That an event happened: all about it, or its id alone where the pusher wants it so. */
    JsonObject ofEvent(Pusher pusher, StoredEvent stored, JsonObject tweaks, int badge) {
        var event = stored.event();
        boolean idOnly =
                pusher.data().string("format").filter("event_id_only"::equals).isPresent();
        var notification = JsonObject.builder()
                .put("event_id", event.id().value())
                .put("room_id", event.roomId().value())
                .put("prio", isUrgent(event, tweaks) ? "high" : "low")
                .put("devices", JsonArray.of(device(pusher, idOnly ? JsonObject.EMPTY : tweaks)));
        count(notification, pusher, badge);
        if (!idOnly) {
            describe(notification, event, pusher.key().user());
        }
        return JsonObject.of("notification", notification.build());
    }

    /** What can wait until the device wakes up by itself saves its battery. What is encrypted may be anything. */
    private static boolean isUrgent(Event event, JsonObject tweaks) {
        return event.isType(EventType.ENCRYPTED)
                || tweaks.string("sound").isPresent()
                || JsonBoolean.TRUE.equals(tweaks.get("highlight"));
    }

    private void describe(JsonObject.Builder notification, Event event, UserId user) {
        notification
                .put("type", event.type().value())
                .put("sender", event.sender().toString())
                .put("content", event.content())
                .putIfPresent(
                        "sender_display_name",
                        contexts.of(event.roomId(), event.sender()).flatMap(PushContext::displayName));
        rooms.find(event.roomId()).ifPresent(room -> {
            var summary = room.summary();
            notification.putIfPresent("room_name", summary.name());
            notification.putIfPresent("room_alias", summary.canonicalAlias());
        });
        if (event.isType(EventType.MEMBER)) {
            notification.put("user_is_target", event.stateKey().equals(Optional.of(user.toString())));
            notification.putIfPresent("membership", Membership.of(event).map(Membership::wireName));
        }
    }

    /** What the app counts itself is not told (MSC4076); a count of zero is left out. */
    private static void count(JsonObject.Builder notification, Pusher pusher, int badge) {
        if (pusher.countsBadge()) {
            notification.put(
                    "counts",
                    badge == 0
                            ? JsonObject.EMPTY
                            : JsonObject.builder().put("unread", badge).build());
        }
    }

    private static JsonObject device(Pusher pusher, JsonObject tweaks) {
        var device = JsonObject.builder()
                .put("app_id", pusher.key().app())
                .put("pushkey", pusher.key().pushkey())
                .put("pushkey_ts", pusher.setAt().getEpochSecond())
                .put("data", pusher.data().without("url"));
        if (!tweaks.isEmpty()) {
            device.put("tweaks", tweaks);
        }
        return device.build();
    }
}
