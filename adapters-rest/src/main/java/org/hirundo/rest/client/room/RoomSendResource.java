package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.event.RedactEvent;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.request.Body;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Sends events ({@code room_send.yaml}, {@code room_state.yaml}, {@code redaction.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class RoomSendResource {

    private final SendMessage sendMessage;
    private final SendState sendState;
    private final RedactEvent redactEvent;

    @Inject
    public RoomSendResource(SendMessage sendMessage, SendState sendState, RedactEvent redactEvent) {
        this.sendMessage = sendMessage;
        this.sendState = sendState;
        this.redactEvent = redactEvent;
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}")
    @AllowsGuests
    public JsonObject send(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("txnId") TransactionId transaction,
            @QueryParam("ts") @Nullable String ts,
            JsonObject body) {
        return sent(sendMessage.send(
                new SendMessage.Send(Caller.requester(security), room, type, transaction, body, Query.text(ts))));
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/state/{eventType}{slash: /?}")
    @AllowsGuests
    public JsonObject sendState(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @QueryParam("ts") @Nullable String ts,
            JsonObject body) {
        return sendState(security, room, type, "", ts, body);
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey: .+}")
    @AllowsGuests
    public JsonObject sendState(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("stateKey") String stateKey,
            @QueryParam("ts") @Nullable String ts,
            JsonObject body) {
        return sent(sendState.send(
                new SendState.Send(Caller.requester(security), room, type, stateKey, body, Query.text(ts))));
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/redact/{eventId}/{txnId}")
    public JsonObject redact(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId target,
            @PathParam("txnId") TransactionId transaction,
            @MayBeEmpty JsonObject body) {
        var reason = new Body(body).string("reason");
        return sent(redactEvent.redact(
                new RedactEvent.Redact(Caller.requester(security), room, target, transaction, reason)));
    }

    private static JsonObject sent(EventId event) {
        return JsonObject.of("event_id", event.toString());
    }
}
