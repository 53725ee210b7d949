package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
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
    private final InstantSource clock;
    private final RateLimiter limits;

    @Inject
    SetPusher(PushStore store, PushedUsers pushedUsers, InstantSource clock, RateLimiter limits) {
        this.store = store;
        this.pushedUsers = pushedUsers;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Sets the pusher, or removes it when its {@code kind} is null.
     *
     * @throws MissingParam when something is missing
     * @throws InvalidParam when the pusher cannot be served
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
                var pusher = new Pusher(key, device, description(body), clock.instant());
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
        return new Pusher.Key(requester.user(), app, pushkey);
    }

    private static JsonObject description(Body body) {
        var kind = body.requiredString("kind");
        if (!kind.equals("http")) {
            throw new InvalidParam("This server has no pushers of the kind " + kind);
        }
        var data = body.requiredObject("data");
        checkGateway(new Body(data).requiredString("url"));
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

    private static void checkGateway(String url) {
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
