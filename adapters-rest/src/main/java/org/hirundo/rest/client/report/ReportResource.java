package org.hirundo.rest.client.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.port.report.Report;
import org.hirundo.application.port.report.Report.Subject;
import org.hirundo.application.report.ListReports;
import org.hirundo.application.report.ReportEvent;
import org.hirundo.application.report.ReportRoom;
import org.hirundo.application.report.ReportUser;
import org.hirundo.application.request.Body;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Reports what is inappropriate ({@code report_content.yaml}), and shows administrators the reports. */
@Path("/")
@Authenticated
@Singleton
public final class ReportResource {

    private final ReportRoom reportRoom;
    private final ReportEvent reportEvent;
    private final ReportUser reportUser;
    private final ListReports listReports;

    @Inject
    public ReportResource(
            ReportRoom reportRoom, ReportEvent reportEvent, ReportUser reportUser, ListReports listReports) {
        this.reportRoom = reportRoom;
        this.reportEvent = reportEvent;
        this.reportUser = reportUser;
        this.listReports = listReports;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/report")
    public JsonObject room(@Context SecurityContext security, @PathParam("roomId") RoomId room, JsonObject body) {
        reportRoom.report(Caller.requester(security), room, new Body(body).requiredString("reason"));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/report/{eventId}")
    public JsonObject event(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId event,
            @MayBeEmpty JsonObject body) {
        var reason = new Body(body).string("reason").orElse("");
        reportEvent.report(new ReportEvent.Reported(Caller.requester(security), room, event, reason));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/users/{userId}/report")
    public JsonObject user(@Context SecurityContext security, @PathParam("userId") UserId user, JsonObject body) {
        reportUser.report(Caller.requester(security), user, new Body(body).requiredString("reason"));
        return JsonObject.EMPTY;
    }

    @GET
    @Path("_hirundo/admin/v1/reports")
    public JsonObject reports(
            @Context SecurityContext security,
            @QueryParam("from") @Nullable String from,
            @QueryParam("limit") @Nullable String limit) {
        var page = listReports.list(Caller.requester(security), Query.text(from), Query.count("limit", limit));
        return JsonObject.builder()
                .put("reports", JsonArray.of(page.reports(), ReportResource::json))
                .putIfPresent("next_batch", page.nextBatch())
                .build();
    }

    private static JsonObject json(Report report) {
        var json = JsonObject.builder()
                .put("id", report.id())
                .put("received_ts", report.receivedAt().toEpochMilli())
                .put("reporter", report.reporter().toString())
                .put("reason", report.reason());
        switch (report.subject()) {
            case Subject.OfEvent(RoomId room, EventId event) ->
                json.put("room_id", room.value()).put("event_id", event.value());
            case Subject.OfRoom(RoomId room) -> json.put("room_id", room.value());
            case Subject.OfUser(UserId user) -> json.put("user_id", user.toString());
        }
        return json.build();
    }
}
