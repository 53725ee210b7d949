package org.hirundo.contract.story;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hirundo.application.port.push.PushGateway;
import org.hirundo.application.port.push.PushGatewayFailure;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/** A push gateway that writes down what it is told. */
final class FakeGateway implements PushGateway {

    private final List<JsonObject> notifications = new CopyOnWriteArrayList<>();
    private final Set<String> rejected = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;

    @Override
    public Set<String> notify(URI gateway, JsonObject notification) throws PushGatewayFailure {
        if (broken) {
            throw new PushGatewayFailure("A story wants it so");
        }
        notifications.add(notification.object("notification").orElseThrow());
        return Set.copyOf(rejected);
    }

    /** What was pushed, oldest first. */
    List<JsonObject> notifications() {
        return List.copyOf(notifications);
    }

    /** The ids of the events that were pushed to the pushkey. */
    List<String> events(String pushkey) {
        return notifications.stream()
                .filter(notification -> device(notification)
                        .string("pushkey")
                        .filter(pushkey::equals)
                        .isPresent())
                .flatMap(notification -> notification.string("event_id").stream())
                .toList();
    }

    /** The one device of the notification. */
    static JsonObject device(JsonObject notification) {
        return notification
                .array("devices")
                .orElse(JsonArray.EMPTY)
                .objectsIn()
                .findFirst()
                .orElseThrow();
    }

    /** From now on it fails, or not any more. */
    void isBroken(boolean fails) {
        broken = fails;
    }

    /** From now on it rejects the pushkey. */
    void rejects(String pushkey) {
        rejected.add(pushkey);
    }
}
