package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.DelayedEventConfig;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.config.ProfileConfig;
import org.hirundo.application.config.RoomConfig;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;
import org.hirundo.domain.room.RoomVersion;

/**
 * What the server can do for a user.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#capabilities-negotiation">Capabilities negotiation</a>
 */
@Singleton
public final class GetCapabilities {

    private final PasswordConfig passwords;
    private final ProfileConfig profiles;
    private final DelayedEventConfig delayedEvents;
    private final PreviewConfig previews;
    private final RoomConfig rooms;
    private final MailConfig mail;

    @Inject
    public GetCapabilities(
            PasswordConfig passwords,
            ProfileConfig profiles,
            DelayedEventConfig delayedEvents,
            PreviewConfig previews,
            RoomConfig rooms,
            MailConfig mail) {
        this.passwords = passwords;
        this.profiles = profiles;
        this.delayedEvents = delayedEvents;
        this.previews = previews;
        this.rooms = rooms;
        this.mail = mail;
    }

    /** The capabilities by name. */
    public JsonObject capabilities(Requester requester) {
        var fields = profiles.fields();
        var capabilities = JsonObject.builder()
                .put("m.change_password", enabled(passwords.change() && !requester.isGuest()))
                .put("m.room_versions", roomVersions())
                .put("m.profile_fields", fields.toJson())
                .put("uk.tcpip.msc4133.profile_fields", fields.toJson())
                .put("m.set_displayname", enabled(fields.permits(ProfileField.DISPLAY_NAME)))
                .put("m.set_avatar_url", enabled(fields.permits(ProfileField.AVATAR_URL)))
                .put("m.3pid_changes", enabled(mail.mail().isPresent() && !requester.isGuest()))
                .put("m.get_login_token", enabled(passwords.login() && !requester.isGuest()))
                .put("m.forget_forced_upon_leave", enabled(false))
                .put("org.matrix.msc3720.account_status", enabled(!requester.isGuest()))
                .put("im.nheko.msc3664.related_event_match", enabled(true))
                .put("m.delayed_events", delayedEvents())
                .put("org.matrix.msc4140.delayed_events", delayedEvents())
                // MSC4452, without which clients ask in vain where previews are switched off.
                .put("io.element.msc4452.preview_url", enabled(previews.enabled() && !requester.isGuest()));
        if (requester.admin()) {
            capabilities.put(
                    "m.account_moderation",
                    JsonObject.builder().put("suspend", true).put("lock", true).build());
        }
        return capabilities.build();
    }

    private JsonObject delayedEvents() {
        return JsonObject.builder()
                .put("max_delay_ms", delayedEvents.maxDelay().toMillis())
                .put("max_scheduled", delayedEvents.maxScheduled())
                .build();
    }

    private JsonObject roomVersions() {
        var available = JsonObject.builder();
        RoomVersion.supported().forEach(version -> available.put(version.id(), "stable"));
        RoomVersion.experimental().forEach(version -> available.put(version.id(), "unstable"));
        return JsonObject.builder()
                .put("default", rooms.defaultVersion().id())
                .put("available", available.build())
                .build();
    }

    private static JsonObject enabled(boolean enabled) {
        return JsonObject.builder().put("enabled", enabled).build();
    }
}
