package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.delayed.ScheduleEvent;
import org.hirundo.application.delayed.ScheduleEvent.Form;
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
import org.hirundo.rest.common.StickyDuration;
import org.jspecify.annotations.Nullable;

/**
 * Sends events ({@code room_send.yaml}, {@code room_state.yaml}, {@code redaction.yaml}), or schedules them to be sent later, which
 * is how clients have called MSC4140 before it was accepted. Events may be sticky (MSC4354).
 */
@Path("/")
@Authenticated
@Singleton
public final class RoomSendResource {

    private static final String DELAY = "org.matrix.msc4140.delay";
    private static final String WITH_RELATIONS = "org.matrix.msc3912.with_relations";

    private final SendMessage sendMessage;
    private final SendState sendState;
    private final RedactEvent redactEvent;
    private final ScheduleEvent scheduleEvent;

    @Inject
    public RoomSendResource(
            SendMessage sendMessage, SendState sendState, RedactEvent redactEvent, ScheduleEvent scheduleEvent) {
        this.sendMessage = sendMessage;
        this.sendState = sendState;
        this.redactEvent = redactEvent;
        this.scheduleEvent = scheduleEvent;
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}")
    @AllowsGuests
    public JsonObject send(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("txnId") TransactionId transaction,
            @QueryParam(DELAY) @Nullable String delay,
            @QueryParam(StickyDuration.NAME) @Nullable String sticky,
            @QueryParam("ts") @Nullable String ts,
            // Who asks again for the id of an event that is sent later need not say once more what is in it.
            @MayBeEmpty JsonObject body) {
        var requester = Caller.requester(security);
        var stickiness = StickyDuration.of(sticky);
        return Query.text(delay)
                .map(later -> scheduled(new ScheduleEvent.Schedule(
                        requester,
                        room,
                        type,
                        Optional.empty(),
                        body,
                        stickiness,
                        Query.requiredNumber(DELAY, later),
                        Optional.of(transaction),
                        Form.DEPLOYED)))
                .orElseGet(() -> sent(sendMessage.send(
                        new SendMessage.Send(requester, room, type, transaction, body, Query.text(ts), stickiness))));
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/state/{eventType}{slash: /?}")
    @AllowsGuests
    public JsonObject sendState(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @QueryParam(DELAY) @Nullable String delay,
            @QueryParam(StickyDuration.NAME) @Nullable String sticky,
            @QueryParam("ts") @Nullable String ts,
            JsonObject body) {
        return sendState(security, room, type, "", delay, sticky, ts, body);
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey: .+}")
    @AllowsGuests
    public JsonObject sendState(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("stateKey") String stateKey,
            @QueryParam(DELAY) @Nullable String delay,
            @QueryParam(StickyDuration.NAME) @Nullable String sticky,
            @QueryParam("ts") @Nullable String ts,
            JsonObject body) {
        var requester = Caller.requester(security);
        var stickiness = StickyDuration.of(sticky);
        return Query.text(delay)
                .map(later -> scheduled(new ScheduleEvent.Schedule(
                        requester,
                        room,
                        type,
                        Optional.of(stateKey),
                        body,
                        stickiness,
                        Query.requiredNumber(DELAY, later),
                        Optional.empty(),
                        Form.DEPLOYED)))
                .orElseGet(() -> sent(sendState.send(new SendState.Send(
                        requester, room, type, stateKey, body, Optional.empty(), Query.text(ts), stickiness))));
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/redact/{eventId}/{txnId}")
    public JsonObject redact(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId target,
            @PathParam("txnId") TransactionId transaction,
            @MayBeEmpty JsonObject body) {
        var wanted = new Body(body);
        var relations = wanted.strings(WITH_RELATIONS).orElse(List.of());
        return sent(redactEvent.redact(new RedactEvent.Redact(
                Caller.requester(security),
                room,
                target,
                transaction,
                wanted.string("reason"),
                Set.copyOf(relations))));
    }

    private JsonObject scheduled(ScheduleEvent.Schedule command) {
        return JsonObject.of("delay_id", scheduleEvent.schedule(command));
    }

    private static JsonObject sent(EventId event) {
        return JsonObject.of("event_id", event.toString());
    }
}
