package org.hirundo.application.port.push;

import java.time.Instant;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Where a user wants to be notified.
 *
 * @param device the device that set it; when that goes, so does the pusher
 * @param description how clients see it: the display names, {@code lang}, {@code data} and so on, without what is in the key
 * @param setAt when it was last set, to the millisecond
 */
public record Pusher(Key key, DeviceId device, JsonObject description, Instant setAt) {

    /**
     * What tells pushers apart.
     *
     * @param app the {@code app_id}
     * @param pushkey where the gateway sends notifications on to
     */
    public record Key(UserId user, String app, String pushkey) {}

    /** The {@code data} that the client gave. */
    public JsonObject data() {
        return description.object("data").orElse(JsonObject.EMPTY);
    }
}
