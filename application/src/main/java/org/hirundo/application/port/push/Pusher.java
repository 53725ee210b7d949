package org.hirundo.application.port.push;

import java.time.Instant;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EmailAddress;
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
     * @param pushkey where the gateway sends notifications on to, or the mail address
     */
    public record Key(UserId user, String app, String pushkey) {

        /** The {@code app_id} of all pushers that send mails, and of no others. */
        public static final String MAIL_APP = "m.email";

        /** The key of the pusher that sends mails to an address of the user. */
        public static Key ofMail(UserId user, EmailAddress address) {
            return new Key(user, MAIL_APP, address.toString());
        }

        /** Whether the pusher sends mails; its pushkey is the address then. */
        public boolean isMail() {
            return app.equals(MAIL_APP);
        }
    }

    /** The member of the description that says whether anything is pushed (MSC3881); it is, where there is none. */
    public static final String ENABLED = "org.matrix.msc3881.enabled";

    /** Whether anything is pushed. */
    public boolean enabled() {
        return description.bool(ENABLED).orElse(true);
    }

    /** Whether the app is told the number on its icon; some count themselves (MSC4076). */
    public boolean countsBadge() {
        return !data().bool("org.matrix.msc4076.disable_badge_count")
                .or(() -> data().bool("disable_badge_count"))
                .orElse(false);
    }

    /** The {@code data} that the client gave. */
    public JsonObject data() {
        return description.object("data").orElse(JsonObject.EMPTY);
    }
}
