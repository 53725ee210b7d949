package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.hirundo.application.event.RedactEvent;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.request.Body;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.RequestBody;
import org.hirundo.rest.common.Requesters;

/** Sends events ({@code room_send.yaml}, {@code room_state.yaml}, {@code redaction.yaml}). */
@Path("/_matrix/client/v3/rooms/{roomId}")
@Authenticated
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class RoomSendResource {

    private final SendMessage sendMessage;
    private final SendState sendState;
    private final RedactEvent redactEvent;

    @Inject
    RoomSendResource(SendMessage sendMessage, SendState sendState, RedactEvent redactEvent) {
        this.sendMessage = sendMessage;
        this.sendState = sendState;
        this.redactEvent = redactEvent;
    }

    @PUT
    @Path("send/{eventType}/{txnId}")
    public JsonObject send(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("txnId") TransactionId transaction,
            InputStream body) {
        var content = RequestBody.object(body);
        return sent(sendMessage.send(
                new SendMessage.Send(Requesters.of(security), room, type, transaction, content)));
    }

    @PUT
    @Path("state/{eventType}{slash: /?}")
    public JsonObject sendState(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            InputStream body) {
        return sendState(security, room, type, "", body);
    }

    @PUT
    @Path("state/{eventType}/{stateKey: .+}")
    public JsonObject sendState(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("stateKey") String stateKey,
            InputStream body) {
        var content = RequestBody.object(body);
        return sent(sendState.send(new SendState.Send(Requesters.of(security), room, type, stateKey, content)));
    }

    @PUT
    @Path("redact/{eventId}/{txnId}")
    public JsonObject redact(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId target,
            @PathParam("txnId") TransactionId transaction,
            InputStream body) {
        var reason = new Body(RequestBody.objectOrNone(body)).string("reason");
        return sent(redactEvent.redact(
                new RedactEvent.Redact(Requesters.of(security), room, target, transaction, reason)));
    }

    private static JsonObject sent(EventId event) {
        return JsonObject.of("event_id", event.toString());
    }
}
