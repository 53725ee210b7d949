package org.hirundo.rest.client.delayed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.hirundo.application.delayed.GetDelayedEvent;
import org.hirundo.application.delayed.ListDelayedEvents;
import org.hirundo.application.delayed.ManageDelayedEvent;
import org.hirundo.application.delayed.ManageDelayedEvent.Action;
import org.hirundo.application.delayed.ScheduleEvent;
import org.hirundo.application.delayed.ScheduleEvent.Form;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.hirundo.rest.common.StickyDuration;
import org.jspecify.annotations.Nullable;

/**
 * Events that are sent later, as MSC4140 was accepted, and as clients call it that were written before. These schedule with a
 * parameter of the endpoints that send at once, and have no access token at hand where they manage events, so none is asked for.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4140">MSC4140</a>
 */
@Path("/")
@Singleton
public final class DelayedEventResource {

    private final ScheduleEvent scheduleEvent;
    private final ListDelayedEvents listDelayedEvents;
    private final GetDelayedEvent getDelayedEvent;
    private final ManageDelayedEvent manageDelayedEvent;

    @Inject
    public DelayedEventResource(
            ScheduleEvent scheduleEvent,
            ListDelayedEvents listDelayedEvents,
            GetDelayedEvent getDelayedEvent,
            ManageDelayedEvent manageDelayedEvent) {
        this.scheduleEvent = scheduleEvent;
        this.listDelayedEvents = listDelayedEvents;
        this.getDelayedEvent = getDelayedEvent;
        this.manageDelayedEvent = manageDelayedEvent;
    }

    @PUT
    @Path("_matrix/client/v3/rooms/{roomId}/delayed_event/{eventType}/{txnId}")
    @Authenticated
    @AllowsGuests
    public JsonObject schedule(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("txnId") TransactionId transaction,
            @QueryParam(StickyDuration.NAME) @Nullable String sticky,
            JsonObject json) {
        var body = new Body(json);
        return JsonObject.of(
                "delay_id",
                scheduleEvent.schedule(new ScheduleEvent.Schedule(
                        Caller.requester(security),
                        room,
                        type,
                        body.string("state_key"),
                        body.requiredObject("content"),
                        StickyDuration.of(sticky),
                        body.requiredInteger("delay_ms"),
                        Optional.of(transaction),
                        Form.ACCEPTED)));
    }

    @GET
    @Path("_matrix/client/v1/delayed_events")
    @Authenticated
    @AllowsGuests
    public JsonObject list(@Context SecurityContext security) {
        var events = listDelayedEvents.list(Caller.requester(security));
        return JsonObject.of("delayed_events", JsonArray.of(events, DelayedEventResource::json));
    }

    @GET
    @Path("_matrix/client/v1/delayed_events/{delayId}")
    @Authenticated
    @AllowsGuests
    public JsonObject get(@Context SecurityContext security, @PathParam("delayId") String delayId) {
        return json(getDelayedEvent.get(Caller.requester(security), delayId));
    }

    @POST
    @Path("_matrix/client/v1/delayed_events/{delayId}/send")
    public JsonObject send(
            @Context SecurityContext security, @PathParam("delayId") String delayId, @MayBeEmpty JsonObject body) {
        return manage(security, delayId, Action.SEND);
    }

    @POST
    @Path("_matrix/client/v1/delayed_events/{delayId}/cancel")
    public JsonObject cancel(
            @Context SecurityContext security, @PathParam("delayId") String delayId, @MayBeEmpty JsonObject body) {
        return manage(security, delayId, Action.CANCEL);
    }

    @POST
    @Path("_matrix/client/v1/delayed_events/{delayId}/restart")
    public JsonObject restart(
            @Context SecurityContext security, @PathParam("delayId") String delayId, @MayBeEmpty JsonObject body) {
        return manage(security, delayId, Action.RESTART);
    }

    /** With the action in the body, as it was before each had a path of its own. */
    @POST
    @Path("_matrix/client/v1/delayed_events/{delayId}")
    public JsonObject manage(@Context SecurityContext security, @PathParam("delayId") String delayId, JsonObject body) {
        return manage(
                security,
                delayId,
                switch (new Body(body).requiredString("action")) {
                    case "send" -> Action.SEND;
                    case "cancel" -> Action.CANCEL;
                    case "restart" -> Action.RESTART;
                    default -> throw new InvalidParam("action is send, cancel or restart");
                });
    }

    private JsonObject manage(SecurityContext security, String delayId, Action action) {
        var address = Caller.of(security).address();
        manageDelayedEvent.manage(new ManageDelayedEvent.Management(delayId, action, address));
        return JsonObject.EMPTY;
    }

    /** With the names that the members have now, and those that older clients look for. */
    private static JsonObject json(DelayedEvent event) {
        var delay = event.delay().toMillis();
        var scheduledAt = event.scheduledAt().toEpochMilli();
        var json = JsonObject.builder()
                .put("delay_id", event.id())
                .put("room_id", event.room().value())
                .put("type", event.type().value())
                .putIfPresent("state_key", event.stateKey())
                .put("delay_ms", delay)
                .put("delay", delay)
                .put("scheduled_at", scheduledAt)
                .put("running_since", scheduledAt)
                .put("content", event.content());
        event.outcome().ifPresent(outcome -> {
            json.put("finalised_ts", outcome.at().toEpochMilli());
            switch (outcome) {
                case Outcome.Sent sent -> json.put("event_id", sent.event().value());
                case Outcome.Failed failed -> json.put("error", failed.error());
                case Outcome.Cancelled _ -> {}
            }
        });
        return json.build();
    }
}
