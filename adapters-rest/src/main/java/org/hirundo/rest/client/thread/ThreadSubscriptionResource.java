package org.hirundo.rest.client.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.request.Body;
import org.hirundo.application.thread.GetThreadSubscription;
import org.hirundo.application.thread.ListThreadSubscriptions;
import org.hirundo.application.thread.SubscribeToThread;
import org.hirundo.application.thread.UnsubscribeFromThread;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions to threads.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4306">MSC4306</a>
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4308">MSC4308</a>
 */
@Path("/")
@Authenticated
@Singleton
public final class ThreadSubscriptionResource {

    private static final String SUBSCRIPTION =
            "_matrix/client/unstable/io.element.msc4306/rooms/{roomId}/thread/{eventId}/subscription";

    private final SubscribeToThread subscribeToThread;
    private final UnsubscribeFromThread unsubscribeFromThread;
    private final GetThreadSubscription getThreadSubscription;
    private final ListThreadSubscriptions listThreadSubscriptions;

    @Inject
    public ThreadSubscriptionResource(
            SubscribeToThread subscribeToThread,
            UnsubscribeFromThread unsubscribeFromThread,
            GetThreadSubscription getThreadSubscription,
            ListThreadSubscriptions listThreadSubscriptions) {
        this.subscribeToThread = subscribeToThread;
        this.unsubscribeFromThread = unsubscribeFromThread;
        this.getThreadSubscription = getThreadSubscription;
        this.listThreadSubscriptions = listThreadSubscriptions;
    }

    @PUT
    @Path(SUBSCRIPTION)
    public JsonObject subscribe(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId root,
            JsonObject body) {
        var cause = new Body(body).string("automatic").map(id -> EventId.find(id)
                .orElseThrow(() -> new InvalidParam("automatic is the id of an event")));
        subscribeToThread.subscribe(new SubscribeToThread.Subscribe(Caller.requester(security), room, root, cause));
        return JsonObject.EMPTY;
    }

    @DELETE
    @Path(SUBSCRIPTION)
    public JsonObject unsubscribe(
            @Context SecurityContext security, @PathParam("roomId") RoomId room, @PathParam("eventId") EventId root) {
        unsubscribeFromThread.unsubscribe(Caller.requester(security), room, root);
        return JsonObject.EMPTY;
    }

    @GET
    @Path(SUBSCRIPTION)
    public JsonObject get(
            @Context SecurityContext security, @PathParam("roomId") RoomId room, @PathParam("eventId") EventId root) {
        return JsonObject.of(
                "automatic", JsonBoolean.of(getThreadSubscription.isAutomatic(Caller.requester(security), room, root)));
    }

    /** The direction is the one way in which changes can be read. */
    @GET
    @Path("_matrix/client/unstable/io.element.msc4308/thread_subscriptions")
    public JsonObject list(
            @Context SecurityContext security,
            @QueryParam("dir") @Nullable String direction,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit) {
        if (!Query.text(direction).orElse("b").equals("b")) {
            throw new InvalidParam("dir is b");
        }
        return ThreadChangesJson.of(
                listThreadSubscriptions.list(new ListThreadSubscriptions.Wanted(
                        Caller.requester(security), Query.text(from), Query.text(to), Query.count("limit", limit))),
                "end");
    }
}
