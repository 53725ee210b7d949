package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.ThreepidNotFound;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;

/**
 * A user sets or removes a pusher.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3pushersset">POST /pushers/set</a>
 */
@Singleton
public final class SetPusher {

    private static final int MAX_APP = 64;
    private static final int MAX_PUSHKEY_BYTES = 512;
    private static final int MAX_DESCRIPTION_BYTES = 16 * 1024;
    private static final String PATH = "/_matrix/push/v1/notify";

    private final PushStore store;
    private final PushedUsers pushedUsers;
    private final MailConfig mails;
    private final ThreepidStore threepids;
    private final InstantSource clock;
    private final RateLimiter limits;

    @Inject
    SetPusher(
            PushStore store,
            PushedUsers pushedUsers,
            MailConfig mails,
            ThreepidStore threepids,
            InstantSource clock,
            RateLimiter limits) {
        this.store = store;
        this.pushedUsers = pushedUsers;
        this.mails = mails;
        this.threepids = threepids;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Sets the pusher, or removes it when its {@code kind} is null.
     *
     * @throws MissingParam when something is missing
     * @throws InvalidParam when the pusher cannot be served
     * @throws ThreepidNotFound when mails are to be sent to an address that the account has not
     */
    public void set(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SETTINGS);
        var body = new Body(request);
        var key = key(requester, body);
        switch (request.get("kind")) {
            case null -> throw new MissingParam("kind is missing");
            case JsonNull.NULL -> store.remove(key);
            default -> {
                // Who switches the pusher of another device off does not take it over.
                var device = store.find(key).map(Pusher::device).orElse(requester.device());
                var pusher = new Pusher(key, device, description(key, body), clock.instant());
                boolean append = body.bool("append").orElse(false);
                // First, so that no event in between is missed.
                pushedUsers.add(requester.user());
                store.put(pusher, !append);
            }
        }
    }

    private static Pusher.Key key(Requester requester, Body body) {
        var app = body.requiredString("app_id");
        var pushkey = body.requiredString("pushkey");
        if (app.length() > MAX_APP) {
            throw new InvalidParam("app_id has at most " + MAX_APP + " characters");
        }
        if (pushkey.getBytes(StandardCharsets.UTF_8).length > MAX_PUSHKEY_BYTES) {
            throw new InvalidParam("pushkey has at most " + MAX_PUSHKEY_BYTES + " bytes");
        }
        var key = new Pusher.Key(requester.user(), app, pushkey);
        return key.isMail()
                ? EmailAddress.find(pushkey)
                        .map(address -> Pusher.Key.ofMail(key.user(), address))
                        .orElseThrow(() -> new InvalidParam("pushkey is not a mail address"))
                : key;
    }

    private JsonObject description(Pusher.Key key, Body body) {
        var kind = body.requiredString("kind");
        var data = body.requiredObject("data");
        switch (kind) {
            case "http" -> checkGateway(key, new Body(data).requiredString("url"));
            case "email" -> checkAddress(key);
            default -> throw new InvalidParam("This server has no pushers of the kind " + kind);
        }
        var description = JsonObject.builder()
                .put("kind", kind)
                .put("app_display_name", body.requiredString("app_display_name"))
                .put("device_display_name", body.requiredString("device_display_name"))
                .putIfPresent("profile_tag", body.string("profile_tag"))
                .put("lang", body.requiredString("lang"))
                .put(Pusher.ENABLED, body.bool(Pusher.ENABLED).orElse(true))
                .put("data", data)
                .build();
        if (CanonicalJson.lenient().bytes(description).length > MAX_DESCRIPTION_BYTES) {
            throw new InvalidParam("A pusher has at most " + MAX_DESCRIPTION_BYTES + " bytes");
        }
        return description;
    }

    private void checkAddress(Pusher.Key key) {
        if (!key.isMail()) {
            throw new InvalidParam("The app_id of a pusher that sends mails is " + Pusher.Key.MAIL_APP);
        }
        if (mails.mail().isEmpty()) {
            throw new InvalidParam("This server sends no mails");
        }
        if (!threepids.owner(EmailAddress.parse(key.pushkey())).equals(Optional.of(key.user()))) {
            throw new ThreepidNotFound("Your account has not this mail address");
        }
    }

    private static void checkGateway(Pusher.Key key, String url) {
        if (key.isMail()) {
            throw new InvalidParam(Pusher.Key.MAIL_APP + " is for pushers that send mails");
        }
        try {
            var gateway = new URI(url);
            if (!"https".equalsIgnoreCase(gateway.getScheme())
                    || gateway.getHost() == null
                    || gateway.getRawUserInfo() != null
                    || !PATH.equals(gateway.getRawPath())) {
                throw new InvalidParam("url is an https address with the path " + PATH);
            }
        } catch (URISyntaxException malformed) {
            throw new InvalidParam("url is not an address");
        }
    }
}
