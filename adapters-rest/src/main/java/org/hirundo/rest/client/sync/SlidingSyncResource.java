package org.hirundo.rest.client.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SlidingRequest;
import org.hirundo.application.sync.SlidingSync;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.SlidingForm;
import org.hirundo.domain.sync.SlidingQuery;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Sliding sync (MSC4186): in the form that is deployed, and in the accepted one. */
@Path("/")
@Authenticated
@Singleton
public final class SlidingSyncResource {

    private final SlidingSync sync;

    @Inject
    public SlidingSyncResource(SlidingSync sync) {
        this.sync = sync;
    }

    /** The deployed form, whose position and time are in the query. */
    @POST
    @Path("_matrix/client/unstable/org.matrix.simplified_msc3575/sync")
    public JsonBytes deployed(
            @Context SecurityContext security,
            @QueryParam("pos") @Nullable String pos,
            @QueryParam("timeout") @Nullable String timeout,
            @QueryParam("set_presence") @Nullable String presence,
            JsonObject body) {
        return answer(
                Caller.requester(security),
                SlidingForm.DEPLOYED,
                Query.text(pos),
                Query.count("timeout", timeout).orElse(0),
                Query.text(presence),
                body);
    }

    /** The accepted form, with all in the body. */
    @POST
    @Path("_matrix/client/v4/sync")
    public JsonBytes accepted(@Context SecurityContext security, JsonObject body) {
        return answer(
                Caller.requester(security),
                SlidingForm.ACCEPTED,
                text(body, "pos"),
                timeout(body),
                text(body, "set_presence"),
                body);
    }

    private JsonBytes answer(
            Requester requester,
            SlidingForm form,
            Optional<String> pos,
            long timeout,
            Optional<String> presence,
            JsonObject body) {
        var request = new SlidingRequest(
                requester,
                pos,
                Duration.ofMillis(timeout),
                presence(presence),
                SlidingQuery.parse(form, requester.user(), body));
        return new JsonBytes(SlidingSyncWriter.write(sync.sync(request), form).toBytes());
    }

    private static Presence presence(Optional<String> presence) {
        return presence.map(
                        name -> Presence.of(name).orElseThrow(() -> new InvalidParam("There is no presence " + name)))
                .orElse(Presence.ONLINE);
    }

    private static Optional<String> text(JsonObject body, String name) {
        return switch (body.get(name)) {
            case null -> Optional.empty();
            case JsonNull.NULL -> Optional.empty();
            case JsonString(var text) -> Optional.of(text);
            default -> throw new BadJson(name + " is not a string");
        };
    }

    private static long timeout(JsonObject body) {
        return switch (body.get("timeout")) {
            case null -> 0;
            case JsonNull.NULL -> 0;
            case JsonInteger(var millis) when millis >= 0 -> Math.min(millis, Integer.MAX_VALUE);
            case JsonInteger _ -> throw new InvalidParam("timeout is not negative");
            default -> throw new BadJson("timeout is not an integer");
        };
    }
}
